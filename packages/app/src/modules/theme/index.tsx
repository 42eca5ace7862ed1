import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import {
  createUnifiedTheme,
  palettes,
  UnifiedThemeProvider,
} from '@backstage/theme';
import { RiMoonLine, RiSunLine } from '@remixicon/react';

/** Backstage's own, but what is ticked has the colour of buttons: left out, it would be Material's pink. */
function createTheme(variant: 'light' | 'dark') {
  const palette = palettes[variant];
  const theme = createUnifiedTheme({
    palette: { ...palette, secondary: { main: palette.primary.main } },
  });
  return ThemeBlueprint.make({
    name: variant,
    params: {
      theme: {
        id: variant,
        title: variant,
        variant,
        icon: variant === 'light' ? <RiSunLine /> : <RiMoonLine />,
        Provider: ({ children }) => (
          <UnifiedThemeProvider theme={theme}>{children}</UnifiedThemeProvider>
        ),
      },
    },
  });
}

export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [createTheme('light'), createTheme('dark')],
});
