import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFieldText } from "../fields.ts";
import { useFormat } from "../format.ts";
import { TextLink } from "../shell/links.tsx";
import { useFinds } from "./FindsProvider.tsx";
import type { EvidenceOf } from "./finds.ts";
import { useKindText } from "./kinds.ts";

/** Another subject, how alike it is, and what is shared. */
export function OtherSubject({ evidence, detector }: { evidence: EvidenceOf<"subject">; detector: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fieldText = useFieldText();
  const kindText = useKindText();
  const { showPicture } = useFinds();
  const first = evidence.pictures?.[0];
  const { kind, id } = evidence.subject;
  return (
    <div className="stack" style={{ gap: 1 }}>
      <span>
        <TextLink to="/subjects/$kind/$subjectId" params={{ kind, subjectId: id }} className="untrusted">
          {evidence.label ?? id}
        </TextLink>{" "}
        <span className="dim small num">
          {t(`kind.${kind}`)} · {t("evidence.alike", { share: format.percent(evidence.similarity) })}
          {evidence.original && ` · ${t("evidence.original")}`}
        </span>
      </span>
      {evidence.kind && <span className="small">{kindText(detector, evidence.kind)}</span>}
      {(evidence.account || evidence.at) && (
        <span className="dim small">
          {evidence.account && (
            <TextLink to="/accounts/$accountId" params={{ accountId: evidence.account }} className="untrusted">
              {evidence.account}
            </TextLink>
          )}
          {evidence.at && ` ${format.dateTime(evidence.at)}`}
        </span>
      )}
      {evidence.shared.length > 0 && (
        <span className="dim small untrusted">
          {t("evidence.shared", { what: evidence.shared.map(fieldText).join(", ") })}
        </span>
      )}
      {first && showPicture && (
        <Button
          variant="subtle"
          size="compact-xs"
          style={{ alignSelf: "flex-start" }}
          onClick={() => showPicture(first.picture)}
        >
          {t("pictures.shared.compare")}
        </Button>
      )}
    </div>
  );
}
