/**
 * Remembers what was made, by a key that says all of what it was made from, and makes nothing twice. Of more than `most`
 * the one that nobody has asked for longest is forgotten.
 */
export function keeping<Made>(most: number): (key: string, make: () => Made) => Made {
  const kept = new Map<string, Made>()
  return (key, make) => {
    const found = kept.has(key) ? kept.get(key)! : make()
    // Behind all others.
    kept.delete(key)
    kept.set(key, found)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return found
  }
}
