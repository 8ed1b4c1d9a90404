/** The figures: how often decisions are wrong and how, what rules, detectors and people are worth, how far people agree. */
import type { QualityFigures } from "@assay/contract";
import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format.ts";
import { figuresQuery } from "../../queries.ts";
import { useCan, useDetectors, useReasons } from "../../session.ts";
import { PageLoading, problemText } from "../../shell/Fallback.tsx";
import { TextLink } from "../../shell/links.tsx";
import { Figure, Figures } from "../../shell/Outcome.tsx";
import { Empty, Panel, TableBox, tableClass } from "../../shell/Page.tsx";
import { ShareBar } from "./ShareBar.tsx";

const route = getRouteApi("/desk/quality");
const spans = ["7", "28", "90"] as const;
type Share = QualityFigures["error_rate"];

export function FiguresTab() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const days = spans.find((each) => each === search["days"]) ?? "28";
  const { data, error } = useQuery(figuresQuery(Number(days)));
  return (
    <>
      <SegmentedControl
        size="xs"
        style={{ alignSelf: "start" }}
        aria-label={t("qa.days")}
        value={days}
        onChange={(value) => void navigate({ search: { ...search, days: value }, replace: true })}
        data={spans.map((value) => ({ value, label: t("qa.last_days", { count: Number(value) }) }))}
      />
      {error ? (
        <Empty title={t("failed.title")} text={problemText(t, error)} />
      ) : !data ? (
        <PageLoading />
      ) : (
        <Shown data={data} />
      )}
    </>
  );
}

function Shown({ data }: { data: QualityFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const detectors = useDetectors();
  const reasons = useReasons();
  const drill = useCan("quality.manage");
  const items = (name: string, search: Record<string, string>) =>
    drill ? (
      <TextLink to="/quality" search={{ tab: "items", ...search }}>
        {name}
      </TextLink>
    ) : (
      name
    );
  const within = ({ low, high, n }: Share) =>
    low === null || high === null
      ? undefined
      : `${format.percent(low, 1)}–${format.percent(high, 1)} · n = ${format.number(n)}`;
  const told = (share: Share) => (share.value === null ? "–" : format.percent(share.value, 1));
  const figure = (label: string, share: Share) => <Figure label={label} value={told(share)} hint={within(share)} />;
  const sign = (value: number | null) =>
    value === null ? "–" : `${value > 0 ? "+" : ""}${format.number(100 * value, 1)}`;
  return (
    <>
      <Figures>
        {figure(t("qa.error_rate"), data.error_rate)}
        {figure(t("qa.rule_errors"), data.by_decider[0]!.error_rate)}
        {figure(t("qa.person_errors"), data.by_decider[1]!.error_rate)}
        {figure(t("quality.precision"), data.overall.precision)}
        {figure(t("quality.recall"), data.overall.recall)}
        <Figure
          label={t("qa.settled")}
          value={format.number(data.done)}
          hint={`${t("qa.waiting", { count: data.waiting })}${data.covered === null ? "" : ` · ${t("qa.covered", { share: format.percent(data.covered) })}`}`}
        />
      </Figures>
      {data.done === 0 && <Empty title={t("qa.none")} text={t("qa.none_text")} />}
      {data.errors.length > 0 && (
        <Table title={t("qa.errors")} columns={[t("qa.error"), "n", t("qa.share")]}>
          {data.errors.map(({ type, n, share }) => (
            <tr key={type}>
              <td>{items(t(`qa.error_types.${type}`), { error_type: type })}</td>
              <td data-num>{format.number(n)}</td>
              <td>
                <ShareBar share={share} n={share.n} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Drift data={data.drift} sign={sign} />
      {(["rules", "detectors"] as const).map(
        (kind) =>
          data[kind].length > 0 && (
            <Table
              key={kind}
              title={t(`qa.${kind}`)}
              columns={[t(`qa.${kind}_one`), t("quality.precision"), "n", t("quality.recall"), "n"]}
            >
              {data[kind].map(({ name, precision, recall }) => (
                <tr key={name}>
                  <td className={kind === "rules" ? "mono" : undefined}>
                    {items(
                      kind === "detectors" ? (detectors(name)?.title ?? name) : name,
                      kind === "rules" ? { rule: name } : { detector: name },
                    )}
                  </td>
                  <td>
                    <ShareBar share={precision} n={precision.n} />
                  </td>
                  <td data-num>{format.number(precision.n)}</td>
                  <td>
                    <ShareBar share={recall} n={recall.n} />
                  </td>
                  <td data-num>{format.number(recall.n)}</td>
                </tr>
              ))}
            </Table>
          ),
      )}
      <Agreement data={data.agreement} reason={(code) => reasons.text(code)} />
      <People people={data.people} link={items} />
      {data.overturns.length > 0 && (
        <Table
          title={t("qa.overturns")}
          note={t("qa.overturns_note")}
          columns={[t("queues.why"), t("qa.changed"), "n"]}
        >
          {data.overturns.map(({ reason, share }) => (
            <tr key={reason}>
              <td>{reasons.text(reason)}</td>
              <td>
                <ShareBar share={share} n={share.n} />
              </td>
              <td data-num>{format.number(share.n)}</td>
            </tr>
          ))}
        </Table>
      )}
      {data.prevalence.length > 0 && (
        <Table title={t("qa.prevalence")} columns={[t("qa.drawn"), t("qa.against_rules"), "n"]}>
          {data.prevalence.map(({ draw, at, share }) => (
            <tr key={draw}>
              <td>{items(format.dateTime(at), { draw })}</td>
              <td>
                <ShareBar share={share} n={share.n} />
              </td>
              <td data-num>{format.number(share.n)}</td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}

function Drift({ data, sign }: { data: QualityFigures["drift"]; sign: (value: number | null) => string }) {
  const { t } = useTranslation();
  if (data.now.value === null || data.before.value === null) return null;
  const { value, low, high } = data.change;
  return (
    <Table title={t("qa.drift")} columns={["", t("qa.error_rate"), "n"]}>
      {(["now", "before"] as const).map((week) => (
        <tr key={week}>
          <td>{t(`qa.week_${week}`)}</td>
          <td>
            <ShareBar share={data[week]} n={data[week].n} />
          </td>
          <td data-num>{data[week].n}</td>
        </tr>
      ))}
      <tr>
        <td>{t("qa.change")}</td>
        <td className="num" colSpan={2}>
          {t("qa.points", { value: sign(value), low: sign(low), high: sign(high) })}
        </td>
      </tr>
    </Table>
  );
}

function Agreement({ data, reason }: { data: QualityFigures["agreement"]; reason: (code: string) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (data.all.n === 0) return null;
  const groups = [
    ...[data.all].map((row) => ({ ...row, label: t("qa.all") })),
    ...data.queue.map((row) => ({ ...row, label: `${t("queues.queue")}: ${row.name}` })),
    ...data.reason.map((row) => ({ ...row, label: `${t("queues.why")}: ${reason(row.name)}` })),
    ...data.language.map((row) => ({ ...row, label: `${t("profile.language")}: ${row.name}` })),
  ];
  return (
    <Table
      title={t("qa.agreement")}
      note={t("qa.agreement_note")}
      columns={[t("qa.among"), "n", t("qa.raw"), t("qa.kappa"), t("qa.ac1")]}
    >
      {groups.map((row) => (
        <tr key={row.label}>
          <td>{row.label}</td>
          <td data-num>{format.number(row.n)}</td>
          <td>
            <ShareBar share={row.raw} n={row.n} />
          </td>
          <td>
            <ShareBar share={row.kappa} n={row.n} signed />
          </td>
          <td>
            <ShareBar share={row.ac1} n={row.n} signed />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function People({
  people,
  link,
}: {
  people: QualityFigures["people"];
  link: (name: string, search: Record<string, string>) => ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (people.length === 0) return null;
  const shares = ["right", "golden", "as_reviewer", "overturned"] as const;
  return (
    <Table
      title={t("qa.people")}
      note={t("qa.people_note")}
      columns={[t("qa.person"), ...shares.map((each) => t(`qa.${each}`)), t("qa.minutes"), t("dash.columns.resolved")]}
    >
      {people.map((person) => (
        <tr key={person.id}>
          <td className="untrusted">{link(person.name, { person: person.id })}</td>
          {shares.map((each) => (
            <td key={each}>
              <ShareBar share={person[each]} n={person[each].n} />
            </td>
          ))}
          <td data-num>{person.minutes === null ? "–" : format.number(person.minutes, 1)}</td>
          <td data-num>{person.minutes === null ? "–" : format.number(person.resolved)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Table({
  title,
  note,
  columns,
  children,
}: {
  title: string;
  note?: string;
  columns: readonly string[];
  children: ReactNode;
}) {
  return (
    <Panel title={title} flush aside={note}>
      <TableBox label={title}>
        <table className={tableClass}>
          <thead>
            <tr>
              {columns.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may be called the same, and none moves
                <th key={`${index} ${name}`} scope="col" data-num={name === "n" || undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </TableBox>
    </Panel>
  );
}
