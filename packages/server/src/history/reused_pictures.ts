import type { HistoryValues, SubjectKind } from "@assay/contract";
import { entry, historyValue } from "./value.ts";

type Reused = HistoryValues["reused_pictures"][number];

/** Uses that are looked at for each picture, and that are kept of all of them. */
const looked = 200;
const kept = 20;

interface Use {
  kind: string;
  id: string;
  owner: string;
  picture: number;
  at: number;
}

/** Of a use by another subject before the event: ours, the other's content, how alike, the use. */
type Row = [
  picture: number,
  content: string,
  similarity: number,
  how: Reused["how"],
  box: Reused["box"] | null,
  otherBox: Reused["box"] | null,
  kind: string,
  id: string,
  owner: string,
  otherPicture: number,
  at: number,
  own: boolean,
];

/**
 * Where this subject's pictures, or parts of them, stood before: in other subjects, up to the event's time. Which contents show the same
 * photo was measured when the newer of them came (`measure/hashes`); who used them comes from the events.
 */
export const reusedPictures = historyValue<"reused_pictures", Map<string, Map<string, Use>>>({
  key: "reused_pictures",
  sql: `(select coalesce(json_agg(json_build_array(x.picture, x.other, x.similarity, x.how, x.box, x.other_box, x.kind, x.subject_id, x.owner, x.use_picture,
        (extract(epoch from x.at) * 1000)::float8, x.own)), '[]')
    from (select (r.i - 1)::int as picture, m.other, m.similarity, m.how, m.box, m.other_box, u.kind, u.subject_id, u.owner, u.picture as use_picture, u.at, u.owner = q.owner as own
      from json_array_elements_text(q.refs) with ordinality r(ref, i)
      join lateral (select * from pictures p where p.marketplace = $1 and p.ref = r.ref limit 1) p on true
      join lateral (select p.content as other, 1::real as similarity, 'same' as how, null::real[] as box, null::real[] as other_box where p.content is not null
        union all (select m.other, m.similarity, m.how, m.box, m.other_box from picture_matches m where m.marketplace = $1 and m.content = p.content limit ${looked})) m on true
      join lateral (select o.ref from pictures o where o.marketplace = $1 and o.content = m.other limit ${looked}) o on true
      join lateral (select * from picture_uses u where u.marketplace = $1 and u.ref = o.ref and u.at <= q.at
        and (u.kind <> q.kind or u.subject_id <> q.subject_id) limit ${looked}) u on true
      order by own, u.at, m.similarity desc limit ${looked}) x)`,
  fromRow: (rows: Row[]) => best(rows),
  fold: {
    start: () => new Map(),
    add(uses, { intake }) {
      const { subject, at } = intake;
      for (const [picture, ref] of intake.pictureRefs.entries()) {
        const bySubject = entry(uses, ref, () => new Map<string, Use>());
        const key = `${subject.kind} ${subject.id}`;
        const before = bySubject.get(key);
        // A picture that stands twice in one ad is known by its first place.
        if (intake.pictureRefs.indexOf(ref) !== picture) continue;
        const first = Math.min(at, before?.at ?? at);
        bySubject.set(key, { kind: subject.kind, id: subject.id, owner: subject.owner, picture, at: first });
      }
    },
    read(uses, { subject, pictureRefs, at }, pictures) {
      const rows: Row[] = [];
      for (const [picture, ref] of pictureRefs.entries()) {
        const content = pictures.contentOf(ref);
        if (content === undefined) continue;
        const same = { content, similarity: 1, how: "same" as const, box: null, otherBox: null };
        for (const match of [same, ...pictures.sameAs(content)]) {
          for (const [otherRef, bySubject] of uses) {
            if (pictures.contentOf(otherRef) !== match.content) continue;
            for (const use of bySubject.values()) {
              if (use.at > at || (use.kind === subject.kind && use.id === subject.id)) continue;
              const { similarity, how, box, otherBox } = match;
              const own = use.owner === subject.owner;
              rows.push([
                picture,
                match.content,
                similarity,
                how,
                box,
                otherBox,
                use.kind,
                use.id,
                use.owner,
                use.picture,
                use.at,
                own,
              ]);
            }
          }
        }
      }
      return best(rows);
    },
  },
});

const whole: Reused["box"] = [0, 0, 1, 1];

/** One for each picture and other subject, the most alike; others' before the owner's own, the earliest first. */
function best(rows: readonly Row[]): Reused[] {
  const order = (a: Row, b: Row) =>
    Number(a[11]) - Number(b[11]) ||
    a[10] - b[10] ||
    b[2] - a[2] ||
    a[0] - b[0] ||
    compare(`${a[6]} ${a[7]} ${a[1]}`, `${b[6]} ${b[7]} ${b[1]}`);
  const seen = new Map<string, Row>();
  for (const row of rows) {
    const key = `${row[0]} ${row[6]} ${row[7]}`;
    const before = seen.get(key);
    if (!before || row[2] > before[2] || (row[2] === before[2] && order(row, before) < 0)) seen.set(key, row);
  }
  return [...seen.values()]
    .sort(order)
    .slice(0, kept)
    .map(([picture, content, similarity, how, box, otherBox, kind, id, owner, otherPicture, at]) => ({
      picture,
      subject: { kind: kind as SubjectKind, id },
      account: owner,
      at: new Date(at).toISOString(),
      similarity: round(similarity),
      how,
      content,
      other_picture: otherPicture,
      box: (box ?? whole).map(round) as Reused["box"],
      other_box: (otherBox ?? whole).map(round) as Reused["box"],
    }));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
/** The database keeps single precision. */
const round = (value: number) => Math.round(value * 1000) / 1000;
