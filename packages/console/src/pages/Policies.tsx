/** The policies in force, to read: the rules of each stage, their source, and the reason codes. */
import type { Rule } from "@assay/contract";
import { SegmentedControl, Tabs } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { parse } from "yaml";
import { useCatalogue, useReasons } from "../session.ts";
import { Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import styles from "./policies.module.css";

const route = getRouteApi("/desk/policies");

export function PoliciesPage() {
  const { t } = useTranslation();
  const { policies } = useCatalogue();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const stage = policies.find((policy) => policy.stage === search["stage"])?.stage ?? policies[0]?.stage;
  const tab = search["tab"] === "reasons" ? "reasons" : stage;
  if (!stage)
    return (
      <Page title={t("nav.policies")}>
        <Panel>
          <Empty title={t("policies.none")} />
        </Panel>
      </Page>
    );
  return (
    <Page title={t("nav.policies")} lead={t("policies.lead")}>
      <Tabs
        value={tab ?? null}
        onChange={(value) =>
          void navigate({ search: value === "reasons" ? { tab: "reasons" } : { stage: value ?? undefined } })
        }
        keepMounted={false}
      >
        <Tabs.List>
          {policies.map((policy) => (
            <Tabs.Tab key={policy.stage} value={policy.stage}>
              {t(`stage.${policy.stage as "listing"}`, { defaultValue: policy.stage })}{" "}
              <span className="dim num">{policy.rules}</span>
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="reasons" ml="auto">
            {t("policies.reasons")}
          </Tabs.Tab>
        </Tabs.List>
        {policies.map((policy) => (
          <Tabs.Panel key={policy.stage} value={policy.stage} pt="md">
            <PolicyView
              stage={policy.stage}
              version={policy.version}
              source={policy.source}
              rule={search["rule"]}
              view={search["view"] === "source" ? "source" : "rules"}
              onView={(view) => void navigate({ search: { stage: policy.stage, view } })}
            />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="reasons" pt="md">
          <ReasonTable />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** The rules of a policy file; the server has checked it, so what does not parse is shown as source only. */
function rulesOf(source: string): Rule[] | undefined {
  try {
    const policy: unknown = parse(source);
    const rules = typeof policy === "object" && policy !== null && "rules" in policy ? policy.rules : undefined;
    return Array.isArray(rules) ? (rules as Rule[]) : undefined;
  } catch {
    return undefined;
  }
}

function PolicyView({
  stage,
  version,
  source,
  rule,
  view,
  onView,
}: {
  stage: string;
  version: number;
  source: string;
  rule: string | undefined;
  view: "rules" | "source";
  onView: (view: "rules" | "source") => void;
}) {
  const { t } = useTranslation();
  const rules = useMemo(() => rulesOf(source), [source]);
  useEffect(() => {
    if (rule) document.getElementById(`rule-${rule}`)?.scrollIntoView({ block: "center" });
  }, [rule]);
  const shown = rules ? view : "source";
  return (
    <Panel
      title={`${stage}@${version}`}
      aside={
        rules && (
          <SegmentedControl
            size="xs"
            value={view}
            onChange={(value) => onView(value as "rules" | "source")}
            aria-label={t("policies.view")}
            data={[
              { value: "rules", label: t("policies.rules") },
              { value: "source", label: t("policies.source") },
            ]}
          />
        )
      }
    >
      {shown === "rules" ? (
        <ol className={styles.rules}>
          {rules?.map((each) => (
            <RuleView key={each.id} rule={each} chosen={each.id === rule} />
          ))}
        </ol>
      ) : (
        <Source text={source} />
      )}
    </Panel>
  );
}

function RuleView({ rule, chosen }: { rule: Rule; chosen: boolean }) {
  const { t } = useTranslation();
  const reasons = useReasons();
  return (
    <li className={styles.rule} id={`rule-${rule.id}`} data-chosen={chosen || undefined}>
      <div className="row wrap between">
        <h3 className={styles.ruleTitle}>
          {rule.title ?? rule.id} {rule.title && <span className="mono dim">{rule.id}</span>}
        </h3>
        <span className="row wrap">
          {rule.status && rule.status !== "live" && <Tag>{t(`rule_status.${rule.status}`)}</Tag>}
          {rule.then?.outcome && <Tag tone={rule.then.outcome}>{t(`asks.${rule.then.outcome}`)}</Tag>}
          {rule.exempt && <Tag tone="accent">{t("policies.exempt")}</Tag>}
        </span>
      </div>
      <pre className={styles.when}>{rule.when}</pre>
      <p className={styles.then}>
        {rule.then && <span>{reasons.text(rule.then.reason)}</span>}
        {rule.then?.visibility && <span>{t(`visibility.${rule.then.visibility}`)}</span>}
        {rule.then?.queue && (
          <span>
            {t("policies.queue", { queue: rule.then.queue })}
            {rule.then.priority !== undefined && ` (${rule.then.priority})`}
          </span>
        )}
        {rule.then?.restrict?.map((restriction) => (
          <span key={restriction}>{t(`restriction.${restriction}`)}</span>
        ))}
        {rule.exempt && <span className="mono">{rule.exempt.join(", ")}</span>}
        <span className="dim">
          {t("policies.unknown", { clause: t(`unknown_clause.${rule.unknown ?? "review"}`) })}
        </span>
      </p>
    </li>
  );
}

/** YAML with its line numbers; keys and comments a little apart, so that a rule is found by eye. */
function Source({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section className={styles.source} tabIndex={0} aria-label={t("policies.source")}>
      <pre>
        {text.split("\n").map((line, index) => {
          const parts = /^(\s*(?:- )?)([\w-]+:)(.*)$/.exec(line);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their number
            <span key={index} className={styles.line} data-comment={/^\s*#/.test(line) || undefined}>
              {parts ? (
                <>
                  {parts[1]}
                  <b>{parts[2]}</b>
                  {parts[3]}
                </>
              ) : (
                line
              )}
              {"\n"}
            </span>
          );
        })}
      </pre>
    </section>
  );
}

function ReasonTable() {
  const { t, i18n } = useTranslation();
  const reasons = useReasons();
  return (
    <Panel flush>
      <TableBox label={t("policies.reasons")}>
        <table className={tableClass}>
          <thead>
            <tr>
              <th scope="col">{t("policies.reason")}</th>
              <th scope="col">{t("policies.for_person")}</th>
              <th scope="col">{t("policies.fixable")}</th>
              <th scope="col">DSA</th>
            </tr>
          </thead>
          <tbody>
            {reasons.all.map((reason) => (
              <tr key={reason.code}>
                <td style={{ minWidth: 190 }}>
                  {reasons.text(reason.code)}
                  <div className="dim small">{reasons.guidance(reason.code)}</div>
                  <div className="mono dim">{reason.code}</div>
                </td>
                <td style={{ minWidth: 300, maxWidth: 520 }}>
                  {(reason.person[i18n.language] ?? reason.person["en"])?.text}
                </td>
                <td>{reason.fixable ? t("yes") : t("no")}</td>
                <td className="dim small" style={{ minWidth: 160 }}>
                  {sentence(reason.dsa.category.replace("STATEMENT_CATEGORY_", ""))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Panel>
  );
}

const sentence = (code: string) => {
  const words = code.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
