/** What one check over ../shared/data found. */
export interface Report {
  passed: number;
  /** One readable line per disagreement. */
  failures: string[];
  /** What is worth reading though it fails nothing. */
  remarks?: string[];
}

export function emptyReport(): Report {
  return { passed: 0, failures: [] };
}

/** Counts one comparison; `difference` says what is wrong, null when nothing is. */
export function note(report: Report, what: string, difference: string | null): void {
  if (difference === null) report.passed += 1;
  else report.failures.push(`${what}: ${difference}`);
}
