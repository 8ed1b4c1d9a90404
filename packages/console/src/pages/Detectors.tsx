/** What Assay can see: every detector as it declares itself. */
import { useTranslation } from "react-i18next";
import { type Declared, useCatalogue } from "../session.ts";
import { Tag } from "../shell/Outcome.tsx";
import { Empty, Page, Panel } from "../shell/Page.tsx";
import styles from "./policies.module.css";

export function DetectorsPage() {
  const { t } = useTranslation();
  const { detectors } = useCatalogue();
  return (
    <Page title={t("nav.detectors")} lead={t("detectors.lead")} narrow>
      <Panel title={t("detectors.count", { count: detectors.length })}>
        {detectors.length === 0 && <Empty title={t("detectors.none")} />}
        {detectors.map((detector) => (
          <DetectorView key={detector.id} detector={detector} />
        ))}
      </Panel>
    </Page>
  );
}

function DetectorView({ detector }: { detector: Declared }) {
  const { t } = useTranslation();
  const kinds = Object.entries(detector.kinds);
  const values = Object.entries(detector.values);
  return (
    <article className={styles.detector}>
      <div>
        <h3>{detector.title}</h3>
        <p className="mono dim">
          {detector.id} · v{detector.version}
        </p>
        <p>{detector.summary}</p>
        {kinds.length > 0 && (
          <div className={styles.kinds}>
            {kinds.map(([kind, meaning]) => (
              <Tag key={kind} title={meaning}>
                {kind}
              </Tag>
            ))}
          </div>
        )}
      </div>
      <dl className={styles.needs}>
        <dt>{t("detectors.reads")}</dt>
        <dd>{detector.subjects.map((kind) => t(`kind.${kind}`)).join(", ")}</dd>
        {(detector.history.length > 0 || detector.measurements.length > 0) && (
          <>
            <dt>{t("detectors.needs")}</dt>
            <dd className="mono">{[...detector.history, ...detector.measurements].join(", ")}</dd>
          </>
        )}
        {values.length > 0 && (
          <>
            <dt>{t("detectors.values")}</dt>
            <dd>
              {values.map(([name, value]) => (
                <span key={name} title={value.title} className="mono">
                  {name}{" "}
                </span>
              ))}
            </dd>
          </>
        )}
        <dt>{t("detectors.cost")}</dt>
        <dd>{t(`cost.${detector.cost}`)}</dd>
      </dl>
    </article>
  );
}
