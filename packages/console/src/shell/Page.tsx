/** The parts that every page is made of. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import styles from "./page.module.css";

export function Page({
  title,
  lead,
  actions,
  children,
  narrow = false,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  narrow?: boolean;
}) {
  useDocumentTitle(title);
  return (
    <div className={`${styles.page} ${narrow ? styles.narrow : ""}`}>
      <header className={styles.header}>
        <div className="grow">
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className="row wrap">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Assay`;
  }, [title]);
}

/** A titled surface. `aside` stands at the title's right. */
export function Panel({
  title,
  aside,
  children,
  flush = false,
  id,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  flush?: boolean;
  id?: string;
}) {
  return (
    <section className={styles.panel} id={id} tabIndex={id ? -1 : undefined}>
      {(title || aside) && (
        <div className={styles.panelHead}>
          {title && <h2 className={styles.panelTitle}>{title}</h2>}
          {aside && <div className={styles.panelAside}>{aside}</div>}
        </div>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}

export function Empty({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{title}</h2>
      {text && <p className="dim untrusted">{text}</p>}
      {children && (
        <div className="row wrap" style={{ justifyContent: "center", marginTop: 8 }}>
          {children}
        </div>
      )}
    </div>
  );
}

/** The button under rows of which there are more; nothing where there are not. */
export function More({
  of,
}: {
  of: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}) {
  const { t } = useTranslation();
  if (!of.hasNextPage) return null;
  return (
    <div className="row" style={{ justifyContent: "center", padding: 10 }}>
      <Button variant="default" loading={of.isFetchingNextPage} onClick={() => void of.fetchNextPage()}>
        {t("more")}
      </Button>
    </div>
  );
}

/** A wide table scrolls in its own box, which takes the focus so that it scrolls by keyboard too. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus
    <section className={styles.tableBox} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

export const tableClass = styles.table;
