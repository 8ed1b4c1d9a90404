/** Mantine in the desk's own palette: `theme.css` holds the colours, this maps Mantine's variables to them. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#e6f4f3",
  "#cfe8e6",
  "#a5d5d1",
  "#7cc9c2",
  "#63c7c0",
  "#2f9b95",
  "#127c78",
  "#0b6464",
  "#085252",
  "#053f3f",
];
const gray: MantineColorsTuple = [
  "#f8f7f5",
  "#f1efeb",
  "#e5e2dc",
  "#d8d4cc",
  "#cdc9c0",
  "#a19c91",
  "#7a766c",
  "#504d46",
  "#35322d",
  "#1d1c19",
];
const dark: MantineColorsTuple = [
  "#ecebe7",
  "#bdbab2",
  "#9c988e",
  "#75716a",
  "#48453f",
  "#35332f",
  "#232220",
  "#1b1a18",
  "#131211",
  "#0c0b0b",
];

export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
  fontFamilyMonospace: "var(--font-mono)",
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: "600" },
  colors: { petrol, gray, dark },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  defaultRadius: "sm",
  respectReducedMotion: true,
  cursorType: "pointer",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  radius: { xs: "3px", sm: "6px", md: "8px", lg: "10px", xl: "14px" },
  components: {
    Button: { defaultProps: { size: "xs" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "md" } },
    TextInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", comboboxProps: { shadow: "md" } } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, fz: 12 } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35, blur: 1 } } },
  },
});

const own = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-3)",
  "--mantine-color-placeholder": "var(--ink-3)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--sunken)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--refuse)",
  "--mantine-color-petrol-light": "var(--accent-soft)",
  "--mantine-color-petrol-light-hover": "var(--accent-soft)",
  "--mantine-color-petrol-light-color": "var(--accent)",
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: own, dark: own });
