import { expect, test } from "vitest";
import { detectors } from "../packages/detectors/src/index.ts";
import { detectorsPage } from "./detectors_page.ts";

test("docs/detectors.md is what the detectors declare", async () => {
  await expect(detectorsPage(detectors)).toMatchFileSnapshot("../docs/detectors.md");
});
