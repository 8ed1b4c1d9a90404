/** Messages before the one that is judged, as a chat; highlights that reach back into earlier messages are drawn there. */
import type { CaseView } from "@assay/contract";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { textAt } from "../evidence/finds.ts";
import { MarkedText } from "../evidence/MarkedText.tsx";
import { useFormat } from "../format.ts";
import { Reveal } from "./Reveal.tsx";
import styles from "./review.module.css";

export function Conversation({
  view,
}: {
  view: Pick<CaseView, "conversation" | "view" | "account" | "names" | "sealed_conversation">;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { subject, owner, data, at } = view.view;
  const name = textAt(view.account.data, "name") ?? owner;
  const text = typeof data["text"] === "string" ? data["text"] : "";
  const messages = [
    ...view.conversation
      .filter((message) => message.id !== subject.id)
      .map((message) => ({
        ...message,
        place: { field: "text", subject: { kind: "message" as const, id: message.id } },
        judged: false,
      })),
    { id: subject.id, from: owner, at, text, place: { field: "text", subject: undefined }, judged: true },
  ];
  let day = "";
  return (
    <>
      {view.sealed_conversation !== undefined && <Reveal what="conversation" target={view.sealed_conversation} />}
      <ol className={styles.chat} aria-label={t("review.conversation")}>
        {messages.map((message) => {
          const date = format.date(message.at);
          const newDay = date !== day;
          day = date;
          return (
            <Fragment key={message.id}>
              {newDay && <li className={styles.chatDay}>{date}</li>}
              <li
                className={styles.message}
                data-own={message.from === owner || undefined}
                data-judged={message.judged || undefined}
              >
                <span className={styles.messageFrom}>
                  <span className="untrusted">
                    {message.from === owner ? name : (view.names[message.from] ?? message.from)}
                  </span>{" "}
                  <span className="num">{format.clock(message.at)}</span>
                  {message.judged && <strong> · {t("review.judged")}</strong>}
                </span>
                <span className={styles.bubble}>
                  <MarkedText text={message.text} place={message.place} />
                </span>
              </li>
            </Fragment>
          );
        })}
      </ol>
    </>
  );
}
