/** Starts the grid: Univer with its plugins and Vietnamese words, drawing into one element. */

import { type Injector, LocaleType, LogLevel, mergeLocales, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingWords from '@univerjs/preset-sheets-conditional-formatting/locales/vi-VN';
import { CalculationMode, UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/vi-VN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationWords from '@univerjs/preset-sheets-data-validation/locales/vi-VN';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteWords from '@univerjs/preset-sheets-note/locales/vi-VN';
import { defaultTheme } from '@univerjs/themes';
import { HIDDEN_MENUS } from './hidden-menus.ts';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-note/lib/index.css';

export interface Grid {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly injector: Injector;
}

/** `container`: an element, which must have a height. */
export function startGrid(container: HTMLElement): Grid {
  const univer = new Univer({
    theme: defaultTheme,
    locale: LocaleType.VI_VN,
    locales: {
      [LocaleType.VI_VN]: mergeLocales(coreWords, conditionalFormattingWords, dataValidationWords, noteWords),
    },
    logLevel: LogLevel.ERROR,
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      formulaBar: true,
      footer: {
        sheetBar: true,
        statisticBar: true,
        menus: false,
        zoomSlider: false,
        addSheetButtonConfig: { show: false },
      },
      statusBarStatistic: true,
      menu: { ...HIDDEN_MENUS },
      disableAutoFocus: true,
      // The workbook decides what is text; the grid's own guess would mark every figure.
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      formula: { initialFormulaComputing: CalculationMode.FORCED },
    }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsNotePreset(),
  ];
  registerPlugins(univer, presets);
  return { univer, api: FUniver.newAPI(univer), injector: univer.__getInjector() };
}

/** Presets name the same plugins more than once; each is registered with what the first one says. */
function registerPlugins(univer: Univer, presets: readonly ReturnType<typeof UniverSheetsCorePreset>[]): void {
  const seen = new Set<string>();
  for (const entry of presets.flatMap(({ plugins }) => plugins)) {
    const [plugin, config] = Array.isArray(entry) ? entry : [entry, undefined];
    if (seen.has(plugin.pluginName)) continue;
    seen.add(plugin.pluginName);
    univer.registerPlugin(plugin, config);
  }
}
