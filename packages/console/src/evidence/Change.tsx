import { useTranslation } from "react-i18next";
import { useFieldText } from "../fields.ts";
import { TextDifference } from "../text/TextDifference.tsx";
import type { EvidenceOf } from "./finds.ts";
import { useKindText } from "./kinds.ts";

/** A field before and after, as one text with what went and what came. */
export function Change({ evidence, detector }: { evidence: EvidenceOf<"change">; detector: string }) {
  const { t } = useTranslation();
  const fieldText = useFieldText();
  const kindText = useKindText();
  return (
    <div className="stack" style={{ gap: 1 }}>
      <span className="dim small">
        {fieldText(evidence.field)}
        {evidence.kind && ` · ${kindText(detector, evidence.kind)}`}
      </span>
      <TextDifference
        before={evidence.before ?? ""}
        after={evidence.after ?? ""}
        none={{
          before: evidence.before === null ? t("evidence.none") : undefined,
          after: evidence.after === null ? t("evidence.none") : undefined,
        }}
      />
    </div>
  );
}
