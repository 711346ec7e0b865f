package riskmap.analysis.expression;

/** A part of an expression: a value by scope, null for none. */
interface Node {
    Object of(Scope scope);
}
