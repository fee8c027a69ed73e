/** What is used of the package: its own declarations are not where its exports point. */
declare module '@dhis2/expression-parser' {
  export const ExpressionMode: { readonly INDICATOR_EXPRESSION: object };
  export interface DataItemJs {
    readonly uid0: { readonly value: string };
  }
  export class ExpressionDataJs {
    constructor(
      programRuleVariableValues: undefined,
      programVariableValues: undefined,
      supplementaryValues: undefined,
      dataItemValues: Map<DataItemJs, number>,
      namedValues: undefined,
    );
  }
  export class ExpressionJs {
    constructor(expression: string, mode: object);
    collectDataItems(): DataItemJs[];
    evaluate(unsupported: (name: string) => null, data: ExpressionDataJs): unknown;
  }
}
