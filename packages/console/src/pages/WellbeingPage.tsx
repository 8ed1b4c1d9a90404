/** What one has had before one's eyes, and what one is given; for a lead, everybody's: cases, never clicks. */
import { type Exposure, topics, type WorkSettings } from "@assay/contract";
import { Button, MultiSelect, NumberInput, TagsInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useFormat } from "../format.ts";
import { exposureQuery, queryClient, wellbeingQuery } from "../queries.ts";
import { useCan } from "../session.ts";
import { PageLoading, problemText } from "../shell/Fallback.tsx";
import { Figure, Figures, Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel, TableBox, tableClass } from "../shell/Page.tsx";
import { say } from "../shell/toasts.ts";

export function WellbeingPage() {
  const { t } = useTranslation();
  const leads = useCan("quality.manage");
  const { data, error } = useQuery(exposureQuery);
  return (
    <Page title={t("nav.wellbeing")} lead={t("well.lead")}>
      {error ? (
        <Empty title={t("failed.title")} text={problemText(t, error)} />
      ) : !data ? (
        <PageLoading />
      ) : (
        <>
          <Own data={data} />
          <Given settings={data.settings} />
        </>
      )}
      {leads && <Everybody />}
    </Page>
  );
}

function Own({ data }: { data: Exposure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shift, today, settings } = data;
  return (
    <>
      <Figures>
        <Figure
          label={t("well.today")}
          value={format.number(today.cases)}
          hint={t("well.severe", { count: today.severe })}
        />
        <Figure
          label={t("well.shift")}
          value={format.number(shift.cases)}
          hint={t("well.severe", { count: shift.severe })}
        />
        <Figure label={t("well.since")} value={shift.since === null ? "–" : format.length(shift.minutes * 60)} />
        <Figure
          label={t("well.cap")}
          value={
            settings.severe_cap === null
              ? "–"
              : `${format.number(today.severe)} / ${format.number(settings.severe_cap)}`
          }
          tone={data.cap_reached ? "request_changes" : "neutral"}
        />
      </Figures>
      {data.topics.length > 0 && (
        <Panel title={t("well.topics")}>
          <p className="row wrap" style={{ gap: 8 }}>
            {data.topics.map(({ topic, n }) => (
              <Tag key={topic}>{`${t(`well.topic.${topic}`)} · ${format.number(n)}`}</Tag>
            ))}
          </p>
        </Panel>
      )}
    </>
  );
}

function Given({ settings }: { settings: WorkSettings }) {
  const { t } = useTranslation();
  const [next, setNext] = useState(settings);
  const set = (change: Partial<WorkSettings>) => setNext((before) => ({ ...before, ...change }));
  const number = (value: string | number) => (typeof value === "number" ? Math.round(value) : null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const { skills: _, ...own } = next;
    api
      .saveWork(own)
      .then(() => {
        for (const key of ["exposure", "wellbeing", "case"]) void queryClient.invalidateQueries({ queryKey: [key] });
        say({ kind: "info", text: t("well.saved"), lasts: 4000 });
      })
      .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }));
  };
  return (
    <Panel title={t("well.given")}>
      <form className="stack" style={{ gap: 12, maxWidth: 560 }} onSubmit={save}>
        <MultiSelect
          label={t("well.topics_out")}
          description={t("well.topics_out_hint")}
          data={topics.map((value) => ({ value, label: t(`well.topic.${value}`) }))}
          value={next.topics_out}
          onChange={(value) => set({ topics_out: topics.filter((topic) => value.includes(topic)) })}
        />
        <TagsInput
          label={t("well.languages")}
          description={t("well.languages_hint")}
          data={["en", "fr", "de", "es", "it", "nl", "pt", "pl"]}
          value={next.languages}
          onChange={(value) => set({ languages: value.map((each) => each.slice(0, 2).toLowerCase()) })}
        />
        <NumberInput
          label={t("well.severe_cap")}
          description={t("well.severe_cap_hint")}
          min={0}
          max={1000}
          value={next.severe_cap ?? ""}
          onChange={(value) => set({ severe_cap: number(value) })}
        />
        <NumberInput
          label={t("well.break_after")}
          min={15}
          max={240}
          value={next.break_after ?? ""}
          onChange={(value) => set({ break_after: number(value) })}
        />
        {next.skills.length > 0 && <p className="dim small">{`${t("well.skills")}: ${next.skills.join(", ")}`}</p>}
        <Button type="submit" style={{ alignSelf: "start" }}>
          {t("save")}
        </Button>
      </form>
    </Panel>
  );
}

function Everybody() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(wellbeingQuery);
  if (!data || data.data.length === 0) return null;
  return (
    <Panel title={t("well.everybody")} flush aside={t("well.everybody_note")}>
      <TableBox label={t("well.everybody")}>
        <table className={tableClass}>
          <thead>
            <tr>
              <th scope="col">{t("qa.person")}</th>
              {(["today", "shift", "fortnight"] as const).map((name) => (
                <th key={name} scope="col" data-num>
                  {t(`well.severe_of.${name}`)}
                </th>
              ))}
              <th scope="col" data-num>
                {t("well.cap")}
              </th>
              <th scope="col">{t("well.topics_out")}</th>
              <th scope="col">{t("well.skills")}</th>
            </tr>
          </thead>
          <tbody>
            {data.data.map((each) => (
              <tr key={each.person}>
                <td className="untrusted">{each.name}</td>
                <td data-num>{`${format.number(each.today.severe)} / ${format.number(each.today.cases)}`}</td>
                <td data-num>{`${format.number(each.shift.severe)} / ${format.number(each.shift.cases)}`}</td>
                <td data-num>{format.number(each.days.reduce((sum, day) => sum + day.severe, 0))}</td>
                <td data-num>
                  {each.settings.severe_cap ?? "–"}{" "}
                  {each.cap_reached && <Tag tone="request_changes">{t("well.reached")}</Tag>}
                </td>
                <td className="small">
                  {each.settings.topics_out.map((topic) => t(`well.topic.${topic}`)).join(", ") || "–"}
                </td>
                <td>
                  <TagsInput
                    size="xs"
                    aria-label={t("well.skills_of", { name: each.name })}
                    value={each.settings.skills}
                    onChange={(skills) =>
                      void api
                        .saveSkills(each.person, { skills: skills.map(slug), severe_cap: each.settings.severe_cap })
                        .then(() => queryClient.invalidateQueries({ queryKey: ["wellbeing"] }))
                        .catch((error: unknown) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }))
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Panel>
  );
}

/** As skills are named: lower-case letters, digits, hyphens. */
const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
