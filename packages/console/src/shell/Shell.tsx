/** The frame around every page: navigation, palette, help, toasts. */
import { ActionIcon, Drawer, Menu, Tooltip, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCommand, IconKeyboard, IconLogout, IconMenu2, IconSearch, IconSettings } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api.ts";
import { useCommands } from "../keyboard/useCommands.ts";
import { queryClient, queuesQuery } from "../queries.ts";
import { useMe } from "../session.ts";
import { BreakReminder } from "./BreakReminder.tsx";
import { PageLoading } from "./Fallback.tsx";
import { Help } from "./Help.tsx";
import { Palette } from "./Palette.tsx";
import { usePages } from "./pages.ts";
import styles from "./shell.module.css";
import { Toasts, useUndo } from "./Toasts.tsx";

export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const undo = useUndo();
  const [drawer, drawerState] = useDisclosure();
  const [palette, paletteState] = useDisclosure();
  const [help, helpState] = useDisclosure();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever the address changes
  useEffect(() => drawerState.close(), [path]);

  useCommands({
    palette: paletteState.open,
    help: helpState.open,
    search: () => void navigate({ to: "/search", search: {} }),
    undo: () => undo(),
  });

  const nav = <Navigation />;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t("nav.skip")}
      </a>
      <header className={styles.top}>
        <ActionIcon size="lg" aria-label={t("nav.menu")} onClick={drawerState.open}>
          <IconMenu2 size={20} stroke={1.6} />
        </ActionIcon>
        <Link to="/" className={styles.brand}>
          <img src="/assay.svg" alt="" width={22} height={22} /> Assay
        </Link>
        <ActionIcon size="lg" aria-label={t("nav.palette")} onClick={paletteState.open}>
          <IconSearch size={20} stroke={1.6} />
        </ActionIcon>
      </header>
      <div className={styles.rail}>
        <Link to="/" className={styles.logo} aria-label={t("nav.home")}>
          <img src="/assay.svg" alt="" width={28} height={28} />
        </Link>
        {nav}
        <div className={styles.railFoot}>
          <Tooltip label={t("nav.palette")} position="right">
            <ActionIcon size="lg" aria-label={t("nav.palette")} onClick={paletteState.open}>
              <IconCommand size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t("nav.help")} position="right">
            <ActionIcon size="lg" aria-label={t("nav.help")} onClick={helpState.open}>
              <IconKeyboard size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
          <Person />
        </div>
      </div>
      <main id="main" className={styles.main} tabIndex={-1}>
        <BreakReminder />
        <Suspense fallback={<PageLoading />}>
          <Outlet />
        </Suspense>
      </main>
      <Drawer
        opened={drawer}
        onClose={drawerState.close}
        size={260}
        title="Assay"
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <div className={styles.drawer}>{nav}</div>
        <Person wide />
      </Drawer>
      <Palette opened={palette} onClose={paletteState.close} onHelp={helpState.open} />
      <Help opened={help} onClose={helpState.close} />
      <Toasts />
    </div>
  );
}

function Navigation() {
  const { t } = useTranslation();
  const pages = usePages();
  const queues = useQuery(queuesQuery);
  const open = queues.data?.data.reduce((sum, queue) => sum + queue.open, 0) ?? 0;
  return (
    <nav className={styles.nav} aria-label={t("nav.label")}>
      {pages.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={styles.item}
          activeOptions={{ exact: to === "/", includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          <span className={styles.icon}>
            <Icon size={20} stroke={1.6} aria-hidden="true" />
            {to === "/queues" && open > 0 && (
              <span className={`${styles.badge} num`}>{open > 999 ? "999+" : open}</span>
            )}
          </span>
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
}

function Person({ wide = false }: { wide?: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const name = me.user.name || me.user.email;
  const logOut = async () => {
    await api.logout().catch(() => undefined);
    queryClient.clear();
    await navigate({ to: "/login", search: {} });
  };
  return (
    <Menu position="right-end" shadow="md" width={230}>
      <Menu.Target>
        <UnstyledButton className={styles.person} aria-label={t("nav.person", { name })}>
          <span className={styles.avatar} data-initials={initials(name)} aria-hidden="true" />
          {wide && <span className="clip">{name}</span>}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <span className="untrusted">{name}</span>
          <br />
          {me.marketplace.name} · {t(`mode.${me.marketplace.mode as "live"}`, { defaultValue: me.marketplace.mode })}
        </Menu.Label>
        <Menu.Item leftSection={<IconSettings size={15} />} component={Link} to="/settings">
          {t("nav.profile")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => void logOut()}>
          {t("login.out")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const initials = (name: string) =>
  name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((part) => [...part][0] ?? "")
    .join("")
    .toUpperCase();
