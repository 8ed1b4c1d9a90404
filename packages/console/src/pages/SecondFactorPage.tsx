/** Where people land whose marketplace demands a second factor, until they have one. */
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SecondFactor } from "../settings/SecondFactor.tsx";
import { LoginFrame } from "./Login.tsx";

const route = getRouteApi("/second-factor");

export function SecondFactorPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { to } = route.useSearch();
  return (
    <LoginFrame title={t("second_factor.title")}>
      <p className="dim" style={{ fontSize: 13 }}>
        {t("second_factor.demanded")}
      </p>
      <SecondFactor onDone={() => router.history.push(to?.startsWith("/") && !to.startsWith("//") ? to : "/")} />
    </LoginFrame>
  );
}
