/** The pages of the navigation, for the rail, the drawer and the palette. */
import {
  IconActivity,
  IconChartBar,
  IconFlask2,
  IconGauge,
  IconHeart,
  IconInbox,
  IconListCheck,
  IconRadar2,
  IconScale,
  IconSearch,
  IconSettings,
  IconUserCheck,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

export function usePages() {
  const { t } = useTranslation();
  return [
    { to: "/", label: t("nav.overview"), icon: IconActivity },
    { to: "/queues", label: t("nav.queues"), icon: IconInbox },
    { to: "/confirmations", label: t("nav.confirmations"), icon: IconUserCheck },
    { to: "/search", label: t("nav.search"), icon: IconSearch },
    { to: "/try", label: t("nav.try"), icon: IconFlask2 },
    { to: "/policies", label: t("nav.policies"), icon: IconScale },
    { to: "/lists", label: t("nav.lists"), icon: IconListCheck },
    { to: "/detectors", label: t("nav.detectors"), icon: IconRadar2 },
    { to: "/dashboard", label: t("nav.dashboard"), icon: IconChartBar },
    { to: "/quality", label: t("nav.quality"), icon: IconGauge },
    { to: "/wellbeing", label: t("nav.wellbeing"), icon: IconHeart },
    { to: "/settings", label: t("nav.settings"), icon: IconSettings },
  ] as const;
}
