/** Items of samples, or golden ones: what was decided, what people answered, what is held to be right. */
import type { QualityItem } from "@assay/contract";
import { Button, Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, qualityExportUrl } from "../../api.ts";
import { useFormat } from "../../format.ts";
import { qualityItemsQuery, queryClient } from "../../queries.ts";
import { useReasons } from "../../session.ts";
import { PageLoading, problemText } from "../../shell/Fallback.tsx";
import { TextLink } from "../../shell/links.tsx";
import { OutcomeTag, Tag } from "../../shell/Outcome.tsx";
import { Empty, More, Panel, TableBox, tableClass } from "../../shell/Page.tsx";
import { say } from "../../shell/toasts.ts";
import styles from "./interval.module.css";

const route = getRouteApi("/desk/quality");
const states = ["open", "disputed", "done"] as const;
const named = ["rule", "detector", "person", "error_type", "draw"] as const;
const errorTypes = ["policy_unclear", "missing_context", "procedure"] as const;

export function ItemsTab({ golden = false }: { golden?: boolean }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const filter: Record<string, string | undefined> = golden
    ? { draw: "golden" }
    : {
        ...Object.fromEntries(named.map((name) => [name, search[name]])),
        state: search["state"],
        wrong: search["wrong"],
      };
  const items = useInfiniteQuery(qualityItemsQuery(filter));
  const rows = items.data?.pages.flatMap((page) => page.data) ?? [];
  const set = (change: Record<string, string | undefined>) =>
    void navigate({ search: { ...search, ...change }, replace: true });
  const filtered = named.filter((name) => filter[name] !== undefined && !golden);
  return (
    <>
      {golden ? (
        <p className="dim small">{t("qa.golden_lead")}</p>
      ) : (
        <div className={styles.form}>
          <Select
            label={t("queues.state")}
            placeholder={t("qa.any")}
            clearable
            data={states.map((value) => ({ value, label: t(`qa.states.${value}`) }))}
            value={search["state"] ?? null}
            onChange={(value) => set({ state: value ?? undefined })}
          />
          <Select
            label={t("qa.error")}
            placeholder={t("qa.any")}
            clearable
            data={[{ value: "1", label: t("qa.only_wrong") }]}
            value={search["wrong"] ?? null}
            onChange={(value) => set({ wrong: value ?? undefined })}
          />
          {filtered.map((name) => (
            <Button key={name} variant="light" onClick={() => set({ [name]: undefined })} title={filter[name]}>
              {t("qa.without", { name: t(`qa.filters.${name}`) })}
            </Button>
          ))}
          <Button component="a" variant="default" href={qualityExportUrl(filter)} download>
            {t("qa.export")}
          </Button>
        </div>
      )}
      <Panel flush>
        {items.isPending ? (
          <PageLoading />
        ) : items.error ? (
          <Empty title={t("failed.title")} text={problemText(t, items.error)} />
        ) : rows.length === 0 ? (
          <Empty
            title={t(golden ? "qa.no_golden" : "queues.no_cases")}
            text={golden ? t("qa.no_golden_text") : undefined}
          />
        ) : (
          <Table rows={rows} golden={golden} />
        )}
        <More of={items} />
      </Panel>
    </>
  );
}

function Table({ rows, golden }: { rows: readonly QualityItem[]; golden: boolean }) {
  const { t } = useTranslation();
  const label = t(golden ? "qa.tabs.golden" : "qa.tabs.items");
  return (
    <TableBox label={label}>
      <table className={tableClass}>
        <thead>
          <tr>
            {[t("qa.item"), t("qa.decided"), t("qa.answers"), t("qa.truth"), t("qa.error")].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Row({ row }: { row: QualityItem }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasons = useReasons();
  const codes = (list: readonly string[]) => list.map(reasons.text).join(", ");
  const title = row.title || row.subject.id;
  return (
    <tr>
      <td>
        {row.case_id && row.state !== "done" ? (
          <TextLink to="/cases/$caseId" params={{ caseId: row.case_id }} className="untrusted" fw={600} c="inherit">
            {title}
          </TextLink>
        ) : row.event_id ? (
          <TextLink to="/events/$eventId" params={{ eventId: row.event_id }} className="untrusted" fw={600} c="inherit">
            {title}
          </TextLink>
        ) : (
          <span className="untrusted">{title}</span>
        )}
        <br />
        <span className="dim small">
          {[t(`kind.${row.subject.kind as "listing"}`), row.queue, row.language].filter(Boolean).join(" · ")}
        </span>
      </td>
      <td>
        {row.decided ? (
          <>
            <OutcomeTag outcome={row.decided.outcome} />
            <br />
            <span className="dim small untrusted">
              {[row.decided.by === "rule" ? t("qa.by.rule") : row.decided.by, codes(row.decided.reasons)]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </>
        ) : (
          <span className="dim small">{t("qa.not_told")}</span>
        )}
      </td>
      <td>
        {row.reviews ? (
          <ul className="small">
            {row.reviews.map((review) => (
              <li key={`${review.by} ${review.at}`} title={review.note ?? format.dateTime(review.at)}>
                <span className="untrusted">{review.by}</span>: {t(`outcome.${review.outcome}`)}
                {review.correct !== undefined && ` ${t(review.correct ? "qa.right_one" : "qa.wrong_one")}`}
              </li>
            ))}
            {row.reviews.length === 0 && <li className="dim">–</li>}
          </ul>
        ) : (
          <span className="num">{`${row.answers} / ${row.of}`}</span>
        )}
      </td>
      <td>
        {row.truth ? (
          <>
            <OutcomeTag outcome={row.truth.outcome} />
            <br />
            <span className="dim small untrusted">{codes(row.truth.reasons)}</span>
          </>
        ) : (
          <Tag tone={row.state === "disputed" ? "refuse" : "neutral"}>{t(`qa.states.${row.state}`)}</Tag>
        )}
      </td>
      <td>{row.golden ? <Withdraw row={row} /> : row.error_type && <ErrorOf row={row} />}</td>
    </tr>
  );
}

function ErrorOf({ row }: { row: QualityItem }) {
  const { t } = useTranslation();
  const failed = (error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 });
  const name = (error_type: string) =>
    api
      .nameError(row.id, error_type)
      .then(() => queryClient.invalidateQueries({ queryKey: ["quality"] }))
      .catch(failed);
  const again = () =>
    api
      .reopenItem(row.id, row.queue ?? "escalation")
      .then(({ case_id }) => say({ kind: "info", text: t(case_id ? "qa.case_opened" : "qa.case_there"), lasts: 5000 }))
      .catch(failed);
  return (
    <div className="stack" style={{ gap: 6 }}>
      <Select
        size="xs"
        aria-label={t("qa.error")}
        allowDeselect={false}
        data={[...new Set([row.error_type!, ...errorTypes])].map((value) => ({
          value,
          label: t(`qa.error_types.${value}`),
        }))}
        value={row.error_type ?? null}
        onChange={(value) => value && void name(value)}
      />
      <Button size="compact-xs" variant="light" onClick={() => void again()}>
        {t("qa.decide_again")}
      </Button>
    </div>
  );
}

function Withdraw({ row }: { row: QualityItem }) {
  const { t } = useTranslation();
  if (row.state === "withdrawn") return <Tag>{t("qa.states.withdrawn")}</Tag>;
  return (
    <Button
      size="compact-xs"
      variant="light"
      onClick={() =>
        void api
          .withdrawGolden(row.id)
          .then(() => queryClient.invalidateQueries({ queryKey: ["quality"] }))
          .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }))
      }
    >
      {t("qa.withdraw")}
    </Button>
  );
}
