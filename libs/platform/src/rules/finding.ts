/** One thing a rule found wrong: where, which rule, with what to say it in the reader's language. */
export interface Finding {
  /** Path in the record the finding is about: "sites[0].constructionStartedOn". */
  readonly field: string;
  /** Rule code, a key of the message catalogue: "plan.hub.too-young". */
  readonly code: string;
  /** Values the message needs; never secrets. */
  readonly params?: { readonly [name: string]: string | number };
}

/** A named rule: what it is called, where it comes from (article, or "convention"), and how it is checked. */
export interface NamedRule<Subject> {
  readonly code: string;
  readonly source: string;
  readonly check: (subject: Subject) => readonly Finding[];
}

/** Every finding of every rule, in the order of the list. */
export function runRules<Subject>(rules: readonly NamedRule<Subject>[], subject: Subject): Finding[] {
  return rules.flatMap((rule) => [...rule.check(subject)]);
}
