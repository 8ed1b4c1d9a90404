/** The accounts around one, in rings by how many links away they are. Everything in it stands in the table too. */
import type { AccountLinks } from "@assay/contract";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import styles from "./links.module.css";

type Component = NonNullable<AccountLinks["component"]>;
const ring = 118;
const nameLength = 14;

interface Place {
  x: number;
  y: number;
}

/** Each member on the ring of its distance, near the member that it hangs on. */
function places({ members, links }: Component): Map<string, Place> {
  const angles = new Map<string, number>();
  const found = new Map<string, Place>();
  const rings = Map.groupBy(members, (member) => member.distance);
  for (const [distance, all] of [...rings].sort((a, b) => a[0] - b[0])) {
    if (distance === 0) {
      for (const { account } of all) {
        found.set(account, { x: 0, y: 0 });
        angles.set(account, 0);
      }
      continue;
    }
    const hangsOn = (account: string) => {
      const link = links.find(({ a, b }) => (a === account && angles.has(b)) || (b === account && angles.has(a)));
      return link ? (angles.get(link.a === account ? link.b : link.a) ?? 0) : 0;
    };
    const inOrder = all.map(({ account }) => ({ account, near: hangsOn(account) })).sort((a, b) => a.near - b.near);
    for (const [index, { account }] of inOrder.entries()) {
      const angle = (2 * Math.PI * (index + 0.5 * (distance % 2))) / inOrder.length;
      // A full ring needs room for the names.
      const radius = Math.max(ring * distance, (inOrder.length * 46) / (2 * Math.PI) + 40 * (distance - 1));
      found.set(account, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
      angles.set(account, angle);
    }
  }
  return found;
}

export function LinkGraph({ component, from }: { component: Component; from: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const at = places(component);
  const reach = Math.max(100, ...[...at.values()].flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)])) + 44;
  const kind = (name: string) => t(`links.kinds.${name as "phone"}`);
  return (
    <figure
      className={styles.graph}
      aria-label={t("links.graph", { accounts: component.members.length, links: component.links.length })}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure is labelled, and the accounts in it are links */}
      <svg viewBox={`${-reach} ${-reach} ${2 * reach} ${2 * reach}`}>
        {component.links.map(({ a, b, weight, shared, state }) => {
          const [one, other] = [at.get(a), at.get(b)];
          if (!one || !other) return null;
          return (
            <line
              key={`${a} ${b}`}
              x1={one.x}
              y1={one.y}
              x2={other.x}
              y2={other.y}
              strokeWidth={1 + 2 * weight}
              data-state={state}
            >
              <title>{shared.map(kind).join(", ")}</title>
            </line>
          );
        })}
        {component.members.map((member) => {
          const { x, y } = at.get(member.account)!;
          const href = `/accounts/${encodeURIComponent(member.account)}/links`;
          const name = member.name || member.account;
          return (
            <a
              key={member.account}
              href={href}
              aria-label={member.banned ? `${name}, ${t("links.is_banned")}` : name}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                void navigate({ to: "/accounts/$accountId/links", params: { accountId: member.account } });
              }}
            >
              <circle
                cx={x}
                cy={y}
                r={member.account === from ? 13 : 9}
                data-banned={member.banned || undefined}
                data-own={member.account === from || undefined}
              />
              {member.banned && <path d={`M${x - 5} ${y - 5}l10 10m0 -10l-10 10`} className={styles.cross} />}
              <text x={x} y={y + 25} textAnchor="middle">
                {name.length > nameLength ? `${name.slice(0, nameLength - 1)}…` : name}
              </text>
            </a>
          );
        })}
      </svg>
      <figcaption className="dim small">
        {t("links.graph_hint")}
        {component.members.length < component.size &&
          ` ${t("links.graph_part", { n: component.members.length, of: component.size })}`}
      </figcaption>
    </figure>
  );
}
