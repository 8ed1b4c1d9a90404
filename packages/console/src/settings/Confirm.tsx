import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

/** A button that asks once more before it does what cannot be undone. */
export function Confirm({ label, question, onConfirm }: { label: string; question: string; onConfirm: () => void }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  return (
    <Popover opened={opened} onClose={close} position="bottom-end" shadow="md" trapFocus withRoles>
      <Popover.Target>
        <Button variant="subtle" color="red" size="compact-xs" onClick={toggle}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={question}>
        <p style={{ fontSize: 13, maxWidth: 260, marginBottom: 8 }}>{question}</p>
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <Button variant="default" size="compact-xs" onClick={close}>
            {t("cancel")}
          </Button>
          <Button
            color="red"
            size="compact-xs"
            onClick={() => {
              close();
              onConfirm();
            }}
          >
            {label}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
