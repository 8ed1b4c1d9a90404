/** How right the decisions are: figures from samples, the samples themselves, golden items, and what the detectors do on public data. */
import { Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session.ts";
import { Page } from "../../shell/Page.tsx";
import { FiguresTab } from "./FiguresTab.tsx";
import { ItemsTab } from "./ItemsTab.tsx";
import { MeasuredTab } from "./Measured.tsx";
import { SamplesTab } from "./SamplesTab.tsx";

const route = getRouteApi("/desk/quality");

export function QualityPage() {
  const { t } = useTranslation();
  const leads = useCan("quality.manage");
  const navigate = route.useNavigate();
  const { tab } = route.useSearch();
  const tabs = leads
    ? (["figures", "samples", "items", "golden", "measured"] as const)
    : (["figures", "measured"] as const);
  const shown = tabs.find((each) => each === tab) ?? "figures";
  return (
    <Page title={t("nav.quality")} lead={t("qa.lead")}>
      <Tabs
        value={shown}
        onChange={(value) => void navigate({ search: value === "figures" ? {} : { tab: value ?? undefined } })}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`qa.tabs.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((value) => (
          <Tabs.Panel key={value} value={value} pt="md" className="stack" style={{ gap: 16 }}>
            {value === "figures" && <FiguresTab />}
            {value === "samples" && <SamplesTab />}
            {value === "items" && <ItemsTab />}
            {value === "golden" && <ItemsTab golden />}
            {value === "measured" && <MeasuredTab />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
