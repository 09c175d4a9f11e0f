/**
 * Remembers what `make` made of each text, at most `size_max` of them; then it forgets all and begins again, which
 * needs no bookkeeping at every look-up.
 */
export function memo<Made>(size_max: number, make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) {
      known = make(key);
      if (made.size >= size_max) made.clear();
      made.set(key, known);
    }
    return known;
  };
}
