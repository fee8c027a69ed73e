import { expect, test } from 'vitest';
import { displayText } from './number-format.ts';

const vietnamese = { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' };

test.each([
  [1180, 'General', '1180'],
  [2.5, 'General', '2,5'],
  [0.1 + 0.2, 'General', '0,3'],
  [1180, '#,##0', '1.180'],
  [1234567.891, '#,##0.0', '1.234.567,9'],
  [2.5, '#,##0.##', '2,5'],
  [2, '#,##0.##', '2'],
  [-1180.5, '#,##0.00', '-1.180,50'],
  [-0.001, '0.0', '0,0'],
  [1.005, '0.00', '1,01'],
  [0.285, '0.00%', '28,50%'],
  [0.285, '0%', '29%'],
  [60, '0" ha"', '60 ha'],
  [0, '0;-0;"–"', '–'],
  [-5, '0;(0)', '(5)'],
  [7, '000', '007'],
  [1500, '0.00E+00', '1,50E+03'],
  [46350, 'dd/mm/yyyy', '24/11/2026'],
])('%s in the format %s is shown as %s', (value, numberFormat, shown) => {
  expect(displayText(value, numberFormat, vietnamese)).toBe(shown);
});

test('dates are shown in the spreadsheet’s time zone', () => {
  expect(displayText(new Date('2026-11-23T17:00:00Z'), 'd/m/yyyy', vietnamese)).toBe('24/11/2026');
  expect(displayText(new Date('2026-11-24T02:05:00Z'), 'hh:mm dd/mm', vietnamese)).toBe('09:05 24/11');
});

test('text, booleans and nothing', () => {
  expect(displayText('1.18', '#,##0', vietnamese)).toBe('1.18');
  expect(displayText(true, 'General', vietnamese)).toBe('TRUE');
  expect(displayText(null, '0.00', vietnamese)).toBe('');
});
