/** What an action says, in a few words. */
import type { Action } from "@assay/contract";
import { useTranslation } from "react-i18next";
import { OutcomeTag } from "./Outcome.tsx";

export function ActionText({ action }: { action: Action }) {
  const { t } = useTranslation();
  switch (action.type) {
    case "decision.made":
      return <OutcomeTag outcome={action.data.outcome} by={action.data.by} />;
    case "people.warned":
      return t("event.warned", { count: action.data.accounts.length });
    case "report.decided":
      return t(`action.report.${action.data.outcome}`, { by: action.data.by });
    case "appeal.decided":
      return t(`action.${action.data.kind}.${action.data.outcome}`, { by: action.data.by });
  }
}
