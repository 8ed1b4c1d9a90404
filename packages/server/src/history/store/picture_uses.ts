/** SQL of who used which picture: written in the commit, looked up by a picture. */
import type { Outcome, SubjectKind } from "@assay/contract";
import type { Querier } from "../../db/index.ts";
export const pictureFragments = {
  uses: `pu as (
    insert into picture_uses as u (marketplace, ref, kind, subject_id, owner, picture, at)
    select $1, r.ref, ok.kind, ok.subject_id, ok.owner, min(r.i)::int - 1, min(ok.at)
    from ok cross join lateral json_array_elements_text(ok.refs) with ordinality r(ref, i) where ok.first
    group by r.ref, ok.kind, ok.subject_id, ok.owner
    on conflict (marketplace, ref, kind, subject_id) do update
      set owner = excluded.owner, picture = excluded.picture, at = least(u.at, excluded.at))`,
};

export interface PictureUseRow {
  kind: SubjectKind;
  subject_id: string;
  owner: string;
  title: string;
  outcome: Outcome | null;
  at: Date;
  content: string;
  similarity: number;
  how: string;
}

/** Who used a content, or one that shows the same photo; the most alike first. */
export function usesOf(q: Querier, marketplace: string, content: string, limit: number): Promise<PictureUseRow[]> {
  return q.query<PictureUseRow>(
    `select u.kind, u.subject_id, u.owner, coalesce(s.title, '') as title, s.outcome, u.at, m.content, m.similarity, m.how
     from (select $2 as content, 1::real as similarity, 'same' as how
       union all (select other, similarity, how from picture_matches where marketplace = $1 and content = $2 order by similarity desc limit $3)) m
     join lateral (select ref from pictures where marketplace = $1 and content = m.content limit $3) p on true
     join lateral (select * from picture_uses where marketplace = $1 and ref = p.ref limit $3) u on true
     left join subjects s on s.marketplace = $1 and s.kind = u.kind and s.id = u.subject_id
     order by m.similarity desc, u.at desc limit $3`,
    [marketplace, content, limit],
    "picture_uses_of",
  );
}

/** Subjects that use a content. */
export function subjectsOfPicture(
  q: Querier,
  marketplace: string,
  content: string,
): Promise<{ kind: SubjectKind; id: string }[]> {
  return q.query(
    `select u.kind, u.subject_id as id from pictures p join picture_uses u on u.marketplace = $1 and u.ref = p.ref
     where p.marketplace = $1 and p.content = $2 limit 50`,
    [marketplace, content],
    "subjects_of_picture",
  );
}

/** Newest events of others' subjects that used one of these pictures at a moment or after it; at most ten, the earliest first. */
export async function laterUses(
  q: Querier,
  marketplace: string,
  { contents, at, owner }: { contents: readonly string[]; at: number; owner: string },
): Promise<string[]> {
  if (contents.length === 0) return [];
  const rows = await q.query<{ event_id: string }>(
    `select s.event_id from pictures p
     join picture_uses u on u.marketplace = $1 and u.ref = p.ref
     join subjects s on s.marketplace = $1 and s.kind = u.kind and s.id = u.subject_id
     where p.marketplace = $1 and p.content = any($2) and u.at >= $3 and u.owner <> $4 and not s.ended
     group by s.event_id order by min(u.at) limit 10`,
    [marketplace, [...contents], new Date(at), owner],
  );
  return rows.map((row) => row.event_id);
}
