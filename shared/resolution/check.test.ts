import { describe, expect, test } from 'vitest';
import { checkResolution } from './check.ts';
import { chiengMung } from './chieng-mung.ts';
import type { ResolutionIssue } from './issue.ts';

/** What is changed, and all that is said of it as "path | id | message". */
type Case = [name: string, change: (data: ReturnType<typeof plain>) => void, said: string[]];

/** The resolution as plain data, changed at one place: what is said of it. */
function said(change: (data: ReturnType<typeof plain>) => void): string[] {
  return spoiled(change).map(({ path, id, message }) => `${path.join('.')} | ${id} | ${message}`);
}

function spoiled(change: (data: ReturnType<typeof plain>) => void): readonly ResolutionIssue[] {
  const data = plain();
  change(data);
  const checked = checkResolution(data);
  return checked.ok ? [] : checked.issues;
}

// biome-ignore lint/suspicious/noExplicitAny: wrong data is the subject
function plain(): any {
  return JSON.parse(JSON.stringify(chiengMung()));
}

test('the resolution of Chiềng Mung has no issue', () => {
  expect(checkResolution(plain()).ok).toBe(true);
});

/** Every rule, at the record that breaks it: all that is said, with its place, its record and what is expected. */
describe('each rule', () => {
  const term: Case[] = [
    [
      'a baseline that is not the quarter before the term',
      (data) => {
        data.term.baseline = '2026-Q1';
      },
      ['term.baseline | null | expected 2025-Q4, the quarter before the term, found 2026-Q1'],
    ],
    [
      'a term that ends before it begins',
      (data) => {
        data.term.lastYear = 2025;
      },
      ['term.lastYear | null | expected 2026 or later, found 2025'],
    ],
    [
      'a number of two targets',
      (data) => {
        data.targets[23].number = 23;
        for (const list of ['inputs', 'indicators'])
          for (const one of data[list]) if (one.target === 24) one.target = 23;
      },
      ['targets.23.number | null | expected a number that no other target has'],
    ],
    ...(['units', 'kinds', 'sections', 'readings'] as const).map(
      (list): Case => [
        `an id of two ${list}`,
        (data) => {
          data[list].push(data[list][0]);
        },
        [
          `${list}.${chiengMung()[list].length}.id | ${chiengMung()[list][0]?.id} | expected an id that no other of ${list} has`,
        ],
      ],
    ),
    [
      'a unit of an unknown kind',
      (data) => {
        data.units[1].kind = 'province';
      },
      ['units.1.kind | muong-bang | expected one of the kinds, found province'],
    ],
    [
      'a kind without a unit',
      (data) => {
        data.kinds.push({ id: 'province', name: 'Cấp tỉnh' });
      },
      ['kinds.2.id | province | expected at least one unit of this kind'],
    ],
    [
      'a target in an unknown section',
      (data) => {
        data.targets[0].section = 'defence';
      },
      ['targets.0.section | null | expected one of the sections, found defence'],
    ],
    [
      'a target that nothing judges',
      (data) => {
        data.targets.push({ ...data.targets[0], number: 25 });
      },
      ['targets.24.number | null | expected an indicator of target 25, found none'],
    ],
  ];
  const inputs: Case[] = [
    [
      'an id given twice',
      (data) => {
        data.inputs[1].id = 'revenue';
      },
      [
        'inputs.1.id | revenue | expected an id that no other of inputs has',
        'indicators.0.formula.previous | t01-revenue-growth | expected the id of an input, found revenueSamePeriodLastYear',
      ],
    ],
    [
      'a whole of another kind of unit',
      (data) => {
        data.inputs[4].partOf = 'dossiers';
      },
      ['inputs.4.partOf | fruitAreaCoded | expected an input of the same kind of unit, found dossiers of office'],
    ],
    [
      'parts and wholes in a circle',
      (data) => {
        data.inputs[3].partOf = 'fruitAreaCoded';
      },
      [
        'inputs.3.partOf | fruitArea | expected a whole, found a circle through fruitArea',
        'inputs.4.partOf | fruitAreaCoded | expected a whole, found a circle through fruitAreaCoded',
        'inputs.5.partOf | fruitAreaHighTech | expected a whole, found a circle through fruitArea',
      ],
    ],
    [
      'an input of an unknown kind of unit',
      (data) => {
        data.inputs[62].by = 'province';
      },
      [
        'inputs.62.by | officialsTrained | expected one of the kinds, found province',
        'inputs.62.partOf | officialsTrained | expected an input of the same kind of unit, found officials of office',
        'indicators.43.formula | t24-officials-trained | expected inputs of one kind of unit: a ratio of sums over the same units',
      ],
    ],
    [
      'an input of an unknown target',
      (data) => {
        data.inputs[0].target = 99;
      },
      ['inputs.0.target | revenue | expected the number of a target, found 99'],
    ],
    [
      'decimals of a flag',
      (data) => {
        data.inputs[52].decimals = 1;
      },
      ['inputs.52.decimals | ntmRecognised | expected 0 for a flag'],
    ],
    [
      'a whole that is no input',
      (data) => {
        data.inputs[4].partOf = 'orchard';
      },
      ['inputs.4.partOf | fruitAreaCoded | expected the id of an input, found orchard'],
    ],
    [
      'an indicator of an unknown target',
      (data) => {
        data.indicators[2].target = 99;
      },
      ['indicators.2.target | t02-coffee-area | expected the number of a target, found 99'],
    ],
    [
      'a formula over an unknown input',
      (data) => {
        data.indicators[7].formula.denominator = 'tea';
      },
      ['indicators.7.formula.denominator | t02-vegetable-safe | expected the id of an input, found tea'],
    ],
    [
      'a sum of a flag',
      (data) => {
        data.indicators[2].formula.input = 'ntmRecognised';
      },
      ['indicators.2.formula | t02-coffee-area | expected a number, found ntmRecognised, a flag'],
    ],
    [
      'a flag of a number',
      (data) => {
        data.indicators[20].formula.input = 'ntmCriteriaMet';
      },
      ['indicators.20.formula | t11-advanced-rural | expected a flag, found ntmCriteriaMet, a level'],
    ],
    [
      'a term sum of a level',
      (data) => {
        data.indicators[30].formula.input = 'coffeeArea';
      },
      ['indicators.30.formula | t19-new-members | expected a flow: a term sum adds what came about in each year'],
    ],
  ];
  const goals: Case[] = [
    [
      'a goal without value and without baseline',
      (data) => {
        delete data.indicators[2].goal.value;
      },
      [
        'indicators.2.goal.value | t02-coffee-area | expected either a value or a share of a baseline (ofBaseline), one of the two',
      ],
    ],
    [
      'two goals in one',
      (data) => {
        data.indicators[37].goal.value = 3;
      },
      [
        'indicators.37.goal.value | t22-complex-cases | expected either a value or a share of a baseline (ofBaseline), one of the two',
      ],
    ],
    [
      'a number for a flag',
      (data) => {
        data.indicators[20].goal.value = 1;
      },
      ['indicators.20.goal.value | t11-advanced-rural | expected true for a flag, found 1'],
    ],
    [
      'true for a number',
      (data) => {
        data.indicators[2].goal.value = true;
      },
      ['indicators.2.goal.value | t02-coffee-area | expected a number, found true'],
    ],
    [
      'a flag that is to be kept down',
      (data) => {
        data.indicators[20].goal.direction = 'atMost';
      },
      [
        'indicators.20.goal.direction | t11-advanced-rural | expected atLeast, and not strict, for a flag: it is to become true',
      ],
    ],
    [
      'a strict flag',
      (data) => {
        data.indicators[20].goal.strict = true;
      },
      [
        'indicators.20.goal.direction | t11-advanced-rural | expected atLeast, and not strict, for a flag: it is to become true',
      ],
    ],
    [
      'a stretch goal short of the goal',
      (data) => {
        data.indicators[0].goal.stretch = 4.9;
      },
      ['indicators.0.goal.stretch | t01-revenue-growth | expected a goal beyond 5, found 4.9'],
    ],
    [
      'a stretch goal above a goal from above',
      (data) => {
        Object.assign(data.indicators[0].goal, { direction: 'atMost', stretch: 5.1 });
      },
      ['indicators.0.goal.stretch | t01-revenue-growth | expected a goal beyond 5, found 5.1'],
    ],
    [
      'a stretch goal of what is not judged every year',
      (data) => {
        data.indicators[2].goal.stretch = 1300;
      },
      [
        'indicators.2.goal.stretch | t02-coffee-area | expected a stretch goal only for what is judged every year, found maintain',
      ],
    ],
    [
      'a term sum of another horizon',
      (data) => {
        data.indicators[30].goal.horizon = 'byEnd';
      },
      [
        'indicators.30.goal.horizon | t19-new-members | expected the horizon term for a term sum, and only for one, found byEnd',
      ],
    ],
    [
      'the horizon term for no term sum',
      (data) => {
        data.indicators[2].goal.horizon = 'term';
      },
      [
        'indicators.2.goal.horizon | t02-coffee-area | expected the horizon term for a term sum, and only for one, found term',
      ],
    ],
    [
      'a pace of another horizon',
      (data) => {
        data.indicators[10].goal.growthPerYear = 6;
      },
      ['indicators.10.goal.growthPerYear | t04-enterprises | expected a pace only for the horizon term, found byEnd'],
    ],
    [
      'a share of an unknown input',
      (data) => {
        data.indicators[37].goal.ofBaseline.input = 'tea';
      },
      ['indicators.37.goal.ofBaseline | t22-complex-cases | expected the id of an input, found tea'],
    ],
    [
      'a share of a flag',
      (data) => {
        data.indicators[37].goal.ofBaseline.input = 'ntmRecognised';
      },
      ['indicators.37.goal.ofBaseline | t22-complex-cases | expected a number, found ntmRecognised, a flag'],
    ],
    [
      'a share of what others report',
      (data) => {
        data.indicators[37].goal.ofBaseline.input = 'dossiers';
      },
      [
        'indicators.37.goal.ofBaseline | t22-complex-cases | expected an input of the same kind of unit, found dossiers of office',
      ],
    ],
  ];
  const words: Case[] = [
    [
      'a statement of an unknown target',
      (data) => {
        data.statements[0].target = 99;
      },
      ['statements.0.target | null | expected the number of a target, found 99'],
    ],
    [
      'a share of an unknown indicator',
      (data) => {
        data.statements[1].indicator = 'tea';
      },
      ['statements.1.indicator | null | expected the id of an indicator, found tea'],
    ],
    [
      'a count of an unknown input',
      (data) => {
        data.statements[2].input = 'tea';
      },
      ['statements.2.input | null | expected the id of an input, found tea'],
    ],
    [
      'a cap of unknown inputs',
      (data) => {
        Object.assign(data.statements[4], { part: 'tea', of: 'coffee' });
      },
      [
        'statements.4.part | null | expected the id of an input, found tea',
        'statements.4.of | null | expected the id of an input, found coffee',
      ],
    ],
    [
      'breaks before the term, and twice in a year',
      (data) => {
        data.indicators[0].breaks = [2025, 2027, 2027].map((year) => ({ year, standard: 'chuẩn mới' }));
      },
      [
        'indicators.0.breaks.0.year | t01-revenue-growth | expected 2026 or later, found 2025',
        'indicators.0.breaks.2.year | t01-revenue-growth | expected 2028 or later, found 2027',
      ],
    ],
    [
      'a changed reading in an unchanged version',
      (data) => {
        data.readings[0].version = 2;
      },
      ['version | chieng-mung-2025 | expected 2 or more, as its readings were changed 1 times, found 1'],
    ],
    [
      'a reading that is not there',
      (data) => {
        data.indicators[0].readings = ['guess'];
      },
      ['indicators.0.readings.0 | t01-revenue-growth | expected the id of a reading, found guess'],
    ],
    [
      'a reading of an unknown target',
      (data) => {
        data.readings[5].targets[1] = 99;
      },
      ['readings.5.targets.1 | above | expected the number of a target, found 99'],
    ],
    [
      'an id of two alternatives',
      (data) => {
        data.readings[5].alternatives.push(data.readings[5].alternatives[0]);
      },
      ['readings.5.alternatives.1.id | above | expected an id that no other alternative has'],
    ],
    [
      'an alternative that changes what is not there',
      (data) => {
        data.readings[5].alternatives[0].changes = { inputs: { tea: {} }, indicators: { coffee: {} } };
      },
      [
        'readings.5.alternatives.0.changes.inputs.tea | above | expected the id of one of the inputs, found tea',
        'readings.5.alternatives.0.changes.indicators.coffee | above | expected the id of one of the indicators, found coffee',
      ],
    ],
  ];
  test.each([...term, ...inputs, ...goals, ...words])('%s', (_name, change, expected) => {
    expect(said(change)).toEqual(expected);
  });

  test.each<[string, (data: ReturnType<typeof plain>) => void]>([
    ['a stretch goal at the goal', (data) => Object.assign(data.indicators[0].goal, { stretch: 5 })],
    [
      'a goal from above with a lower stretch',
      (data) => Object.assign(data.indicators[0].goal, { direction: 'atMost', stretch: 4 }),
    ],
    ['a term of one year', (data) => Object.assign(data.term, { lastYear: 2026 })],
  ])('%s is right', (_name, change) => {
    expect(spoiled(change)).toEqual([]);
  });
});

test.each<[string, (data: ReturnType<typeof plain>) => void, string[]]>([
  [
    'a word that is none of the list',
    (data) => {
      data.inputs[3].kind = 'stock';
    },
    ['inputs.3.kind | fruitArea | expected ("flow" | "level" | "flag"), found "stock"'],
  ],
  [
    'a key that nobody knows',
    (data) => {
      data.units[0].colour = 'green';
    },
    ['units.0.colour | chieng-mung | expected only the keys of the schema, found "colour"'],
  ],
  [
    'a record that is none',
    (data) => {
      data.inputs[3] = null;
      data.units[0] = 'Mường Bon';
    },
    ['units.0 | null | expected Object, found "Mường Bon"', 'inputs.3 | null | expected Object, found null'],
  ],
  [
    'a number with more decimals than are reckoned with',
    (data) => {
      data.indicators[2].goal.value = 1180.1234;
    },
    ['indicators.2.goal.value | t02-coffee-area | expected a number with at most three decimals, found 1180.1234'],
  ],
  [
    'a key that is missing',
    (data) => {
      delete data.term;
    },
    ['term | null | expected "term", found undefined'],
  ],
])('of the wrong shape: %s', (_name, change, expected) => {
  expect(said(change)).toEqual(expected);
});

test('tells every issue, not the first', () => {
  const issues = spoiled((data) => {
    data.inputs[0].target = 99;
    data.units[1].kind = 'province';
  });
  expect(issues.map((issue) => issue.path.join('.'))).toEqual(['units.1.kind', 'inputs.0.target']);
});

test.each([null, [], 'resolution', 7])('%j is no resolution', (data) => {
  expect(checkResolution(data).ok).toBe(false);
});
