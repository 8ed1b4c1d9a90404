import { useTranslation } from "react-i18next";
import { useFieldText } from "../fields.ts";
import { useFormat } from "../format.ts";
import { TextLink } from "../shell/links.tsx";
import type { EvidenceOf } from "./finds.ts";

/** Another subject, how alike it is, and what is shared. */
export function OtherSubject({ evidence }: { evidence: EvidenceOf<"subject"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fieldText = useFieldText();
  const { kind, id } = evidence.subject;
  return (
    <div className="stack" style={{ gap: 1 }}>
      <span>
        <TextLink to="/subjects/$kind/$subjectId" params={{ kind, subjectId: id }} className="untrusted">
          {evidence.label ?? id}
        </TextLink>{" "}
        <span className="dim small num">
          {t(`kind.${kind}`)} · {t("evidence.alike", { share: format.percent(evidence.similarity) })}
        </span>
      </span>
      {evidence.shared.length > 0 && (
        <span className="dim small untrusted">
          {t("evidence.shared", { what: evidence.shared.map(fieldText).join(", ") })}
        </span>
      )}
    </div>
  );
}
