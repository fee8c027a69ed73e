/** For tests: the names that a script uses without declaring them, that is, what it expects its platform to have. */
import { parseAst } from 'vite';

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

/** Blocks count as part of their function: a name that one block declares hides that of the platform in the whole function. */
export function freeNames(script: string): Set<string> {
  const free = new Set<string>();
  const program: unknown = parseAst(script);
  if (!isNode(program)) throw new Error('not a script');
  visit(program, [declaredIn(program)], free);
  return free;
}

function visit(node: Node, scopes: readonly ReadonlySet<string>[], free: Set<string>): void {
  if (node.type === 'Identifier') {
    const name = String(node.name);
    if (!scopes.some((scope) => scope.has(name))) free.add(name);
    return;
  }
  const inner = FUNCTIONS.includes(node.type) ? [...scopes, declaredIn(node)] : scopes;
  for (const child of references(node)) visit(child, inner, free);
}

/** The children that may hold references: not the names of properties, members and labels. */
function references(node: Node): Node[] {
  const names = (node.computed === false && ['property', 'key']) || [];
  return Object.entries(node).flatMap(([key, value]) => (names.includes(key) || key === 'label' ? [] : nodesIn(value)));
}

function declaredIn(scope: Node): Set<string> {
  const names = new Set<string>(['arguments']);
  const collect = (node: Node): void => {
    if (node !== scope && node.type === 'FunctionDeclaration') bind(node.id, names);
    if (node.type === 'VariableDeclarator' || node.type === 'ClassDeclaration') bind(node.id, names);
    if (node.type === 'CatchClause') bind(node.param, names);
    if (node !== scope && FUNCTIONS.includes(node.type)) return;
    for (const child of Object.values(node).flatMap(nodesIn)) collect(child);
  };
  if (FUNCTIONS.includes(scope.type)) {
    for (const parameter of nodesIn(scope.params)) bind(parameter, names);
    if (scope.type === 'FunctionExpression') bind(scope.id, names);
  }
  collect(scope);
  return names;
}

/** The names of a pattern; default values inside it are references, and do no harm as declarations of nothing new. */
function bind(pattern: unknown, names: Set<string>): void {
  if (!isNode(pattern)) return;
  if (pattern.type === 'Identifier') names.add(String(pattern.name));
  else if (pattern.type === 'AssignmentPattern') bind(pattern.left, names);
  else if (pattern.type === 'RestElement') bind(pattern.argument, names);
  else if (pattern.type === 'Property') bind(pattern.value, names);
  else for (const part of [...nodesIn(pattern.properties), ...nodesIn(pattern.elements)]) bind(part, names);
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
