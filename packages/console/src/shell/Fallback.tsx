/** What stands in for a page: while it loads, when it failed, when there is none. */

import { Button, Loader } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api.ts";
import { ButtonLink } from "./links.tsx";
import { Empty } from "./Page.tsx";

export function PageLoading() {
  const { t } = useTranslation();
  return (
    <div className="row" style={{ justifyContent: "center", padding: 64 }}>
      <Loader size="sm" type="dots" aria-label={t("loading")} />
    </div>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Empty title={t("not_found.title")} text={t("not_found.text")}>
      <ButtonLink to="/" variant="default">
        {t("nav.overview")}
      </ButtonLink>
    </Empty>
  );
}

/** Says what the server said, and tries again on request. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const boundary = useQueryErrorResetBoundary();
  if (error instanceof ApiError && error.status === 404) return <NotFound />;
  const again = () => {
    boundary.reset();
    reset();
    void router.invalidate();
  };
  return (
    <Empty title={t("failed.title")} text={problemText(t, error)}>
      <Button onClick={again}>{t("retry")}</Button>
    </Empty>
  );
}

/** An error as a person reads it: a known code in their language, else what the server said. */
export function problemText(t: ReturnType<typeof useTranslation>["t"], error: unknown): string {
  const code = error instanceof ApiError ? error.code : "internal";
  const detail = error instanceof Error ? error.message : "";
  // With every key of the catalogue to choose from, the type of a made-up key is more than the compiler goes through.
  const text = t as unknown as (key: string, options: { defaultValue: string }) => string;
  return text(`problem.${code}`, { defaultValue: detail || code });
}
