/** SQL that writes who used which picture, in the commit. */
export const pictureFragments = {
  uses: `pu as (
    insert into picture_uses as u (marketplace, ref, kind, subject_id, owner, picture, at)
    select $1, r.ref, ok.kind, ok.subject_id, ok.owner, min(r.i)::int - 1, min(ok.at)
    from ok cross join lateral json_array_elements_text(ok.refs) with ordinality r(ref, i) where ok.first
    group by r.ref, ok.kind, ok.subject_id, ok.owner
    on conflict (marketplace, ref, kind, subject_id) do update
      set owner = excluded.owner, picture = excluded.picture, at = least(u.at, excluded.at))`,
};
