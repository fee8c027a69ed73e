import { describe, expect, test } from 'vitest';
import { ROLES } from '../shared/wire.ts';
import { requireDeclared, route } from './api/route.ts';
import { ROUTES } from './api/routes.ts';
import { CAPABILITIES, type Capability, type Client, can } from './rights.ts';

const BROWSER: Client = { kind: 'browser' };
const WORKBOOK: Client = { kind: 'workbook', audience: 'addin', unit: 'here' };
const NAMES = Object.keys(CAPABILITIES).filter((name): name is Capability => Object.hasOwn(CAPABILITIES, name));

const READS = [
  'report.read',
  'summary.read',
  'units.read',
  'ledger.read',
  'checkpoint.read',
  'members.read',
  'audiences.read',
];
const MATRIX: Readonly<Record<(typeof ROLES)[number], readonly string[]>> = {
  reporter: ['report.send', 'report.read', 'summary.read', 'units.read'],
  reviewer: [
    'report.read',
    'report.review',
    'period.lock',
    'summary.read',
    'units.read',
    'ledger.read',
    'checkpoint.read',
  ],
  viewer: ['report.read', 'summary.read', 'units.read'],
  admin: NAMES.filter((name) => name !== 'report.send'),
};

describe.each(ROLES)('a %s', (role) => {
  const member = { role, units: ['here'] };

  test('may in the browser what the table of the contract says, for the own unit', () => {
    expect(NAMES.filter((name) => can(member, BROWSER, name, 'here'))).toEqual(
      NAMES.filter((name) => MATRIX[role].includes(name)),
    );
  });

  test('may through a workbook read as ever, and at most send for its unit', () => {
    const expected = NAMES.filter(
      (name) => MATRIX[role].includes(name) && (READS.includes(name) || name === 'report.send'),
    );
    expect(NAMES.filter((name) => can(member, WORKBOOK, name, 'here'))).toEqual(expected);
  });
});

test('a reporter sends and reads nothing of another unit', () => {
  const both = { role: 'reporter' as const, units: ['here', 'there'] };
  expect(can(both, BROWSER, 'report.send', 'there')).toBe(true);
  expect(can(both, WORKBOOK, 'report.send', 'there')).toBe(false);
  expect(can(both, BROWSER, 'report.send', 'elsewhere')).toBe(false);
  expect(can(both, BROWSER, 'report.read', 'elsewhere')).toBe(false);
  expect(can(both, BROWSER, 'report.read')).toBe(false);
});

test('a stranger may nothing', () => {
  expect(NAMES.filter((name) => can(null, BROWSER, name, 'here'))).toEqual([]);
});

describe('every route', () => {
  test('declares a need that is known', () => {
    for (const each of ROUTES) expect(() => requireDeclared(each)).not.toThrow();
  });

  test('would not start without one', () => {
    const hostile: unknown = { ...route('GET', '/x', 'signed-in', () => new Response()), need: 'constructor' };
    expect(() => requireDeclared(Object(hostile))).toThrow('does not declare');
  });
});
