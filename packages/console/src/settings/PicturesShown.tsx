/** How pictures of each class are shown: for oneself, in this browser; and by whoever may, for everybody who has not chosen. */
import {
  type PictureLook,
  type PicturesShown as PicturesShownSetting,
  pictureLooks,
  picturesShownSchema,
} from "@assay/contract";
import { Select } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { meQuery, queryClient } from "../queries.ts";
import { useCan, useMe } from "../session.ts";
import { problemText } from "../shell/Fallback.tsx";
import { say } from "../shell/toasts.ts";
import { setPreferences, usePreferences } from "./preferences.ts";
import styles from "./settings.module.css";

const classes = picturesShownSchema.keyof().options;

export function PicturesShown() {
  const { t } = useTranslation();
  const { looks } = usePreferences();
  const { marketplace } = useMe();
  const mayChange = useCan("policy.write");
  const change = useMutation({
    mutationFn: (pictures: PicturesShownSetting) => api.changeMarketplace({ pictures }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
    onError: (error) => say({ kind: "error", text: problemText(t, error), lasts: 8000 }),
  });
  const choices = (of: (typeof classes)[number]) =>
    pictureLooks
      .filter((look) => of !== "minors" || look.startsWith("blur"))
      .map((value) => ({ value, label: t(`profile.shown.${value}`) }));
  return (
    <table className={styles.shown}>
      <caption className="dim small">{t("profile.pictures_hint")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("profile.pictures")}</th>
          <th scope="col">{t("profile.for_me")}</th>
          {mayChange && <th scope="col">{t("profile.for_all")}</th>}
        </tr>
      </thead>
      <tbody>
        {classes.map((of) => (
          <tr key={of}>
            <th scope="row">{t(`pictures.class.${of}`)}</th>
            <td>
              <Select
                size="xs"
                aria-label={t("profile.shown_to_me", { of: t(`pictures.class.${of}`) })}
                allowDeselect={false}
                value={looks[of] ?? ""}
                data={[
                  { value: "", label: t("profile.as_usual", { look: t(`profile.shown.${marketplace.pictures[of]}`) }) },
                  ...choices(of),
                ]}
                onChange={(look) => {
                  const { [of]: _gone, ...others } = looks;
                  setPreferences({ looks: look ? { ...others, [of]: look as PictureLook } : others });
                }}
              />
            </td>
            {mayChange && (
              <td>
                <Select
                  size="xs"
                  aria-label={t("profile.shown_to_all", { of: t(`pictures.class.${of}`) })}
                  allowDeselect={false}
                  value={marketplace.pictures[of]}
                  data={choices(of)}
                  onChange={(look) => look && change.mutate({ ...marketplace.pictures, [of]: look as PictureLook })}
                />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
