/** The policies in force: the rules of each stage, their source, their versions, drafts of the next one, and the reason codes. */
import type { Rule, Stage } from "@assay/contract";
import { Button, SegmentedControl, Tabs, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { parse } from "yaml";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { StopButton, Stopped } from "../policies/Stops.tsx";
import { draftsQuery, queryClient } from "../queries.ts";
import { useCan, useCatalogue, useReasons } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";
import styles from "./policies.module.css";

const route = getRouteApi("/desk/policies");

export function PoliciesPage() {
  const { t } = useTranslation();
  const { policies } = useCatalogue();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const stage = policies.find((policy) => policy.stage === search["stage"])?.stage ?? policies[0]?.stage;
  const mayPropose = useCan("policy.propose");
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
    <Page
      title={t("nav.policies")}
      lead={t("policies.lead")}
      actions={tab !== "reasons" && mayPropose && <BeginDraft key={stage} stage={stage as Stage} />}
    >
      <Stopped />
      <OpenDrafts />
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
            <div className="row wrap between">
              <Versions stage={policy.stage} />
              <StopButton kind="enforcement" target="all" />
            </div>
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="reasons" pt="md">
          <ReasonTable />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** A new draft is named by what it is for, then opened. */
function BeginDraft({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const begin = useMutation({
    mutationFn: () => api.beginDraft({ stage, title: title.trim() || t("policy_edit.default_title") }),
    onSuccess: async (draft) => {
      await queryClient.invalidateQueries({ queryKey: draftsQuery.queryKey });
      await navigate({ to: "/policies/drafts/$draft", params: { draft: draft.id }, search: {} });
    },
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  return (
    <form
      className="row wrap"
      style={{ gap: 8 }}
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <TextInput
        size="sm"
        w={230}
        maxLength={200}
        aria-label={t("policy_edit.what_for")}
        placeholder={t("policy_edit.what_for")}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" loading={begin.isPending}>
        {t("policy_edit.begin")}
      </Button>
    </form>
  );
}

/** Changes that are being written, or wait for a second person. */
function OpenDrafts() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(draftsQuery);
  if (!data?.data.length) return null;
  return (
    <Panel title={t("policy_edit.drafts")}>
      <ul className={styles.drafts}>
        {data.data.map((draft) => (
          <li key={draft.id} className="row wrap between">
            <Link to="/policies/drafts/$draft" params={{ draft: draft.id }} search={{}}>
              {draft.title}
            </Link>
            <span className="row wrap small dim">
              <Tag tone={draft.state === "proposed" ? "review" : "neutral"}>
                {t(`policy_edit.state.${draft.state}`)}
              </Tag>
              {t(`stage.${draft.stage as "listing"}`, { defaultValue: draft.stage })} ·{" "}
              {draft.authors.map(({ name, id }) => name ?? id).join(", ")} · {format.ago(draft.changed_at)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who put which version in force, newest first. */
function Versions({ stage }: { stage: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery({ queryKey: ["policy-versions", stage], queryFn: () => api.policyVersions(stage) });
  if (!data?.data.length) return null;
  return (
    <details className={styles.versions}>
      <summary>{t("policy_edit.versions", { count: data.data.length })}</summary>
      <ul>
        {data.data.map((version) => (
          <li key={version.version} className="small">
            <b className="mono">
              {stage}@{version.version}
            </b>{" "}
            {format.dateTime(version.created_at)} · {version.author_name ?? version.author}
            {version.approved_by &&
              ` · ${t("policy_edit.approved_by", { name: version.approved_by_name ?? version.approved_by })}`}
            {version.comment && <span className="dim"> · {version.comment}</span>}
          </li>
        ))}
      </ul>
    </details>
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
            <RuleView key={each.id} rule={each} stage={stage as Stage} chosen={each.id === rule} />
          ))}
        </ol>
      ) : (
        <Source text={source} />
      )}
    </Panel>
  );
}

function RuleView({ rule, stage, chosen }: { rule: Rule; stage: Stage; chosen: boolean }) {
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
          {rule.status === undefined || rule.status === "live" ? (
            <StopButton kind="rule" target={`${stage}/${rule.id}`} rule={{ stage, id: rule.id }} />
          ) : null}
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
