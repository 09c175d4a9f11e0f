/** What Harbour Books sells: books about the sea. Titles are facts; covers are ours, in public/demo. */
export const BOOKS = {
  'old-man': { title: 'The Old Man and the Sea', cover: 'waves.svg' },
  'moby-dick': { title: 'Moby-Dick; or, The Whale', cover: 'whale.svg' },
  lighthouse: { title: 'To the Lighthouse', cover: 'lighthouse.svg' },
  'twenty-thousand': { title: 'Twenty Thousand Leagues Under the Seas', cover: 'porthole.svg' },
  'treasure-island': { title: 'Treasure Island', cover: 'island.svg' },
  beagle: { title: 'The Voyage of the Beagle', cover: 'ship.svg' },
  solaris: { title: 'Solaris', cover: 'sphere.svg' },
  latarnik: { title: 'Latarnik', cover: 'lighthouse.svg' },
  'lord-jim': { title: 'Lord Jim', cover: 'ship.svg' },
  'night-sea': { title: 'The Sea Around Us', cover: 'night.svg' },
  // The title page of 1719, in full: the longest name a page will have to bear.
  crusoe: {
    title:
      'The Life and Strange Surprizing Adventures of Robinson Crusoe, of York, Mariner: Who lived Eight and Twenty Years, all alone in an un-inhabited Island on the Coast of America, near the Mouth of the Great River of Oroonoque; Having been cast on Shore by Shipwreck, wherein all the Men perished but himself. With An Account how he was at last as strangely deliver’d by Pyrates',
    cover: 'island.svg',
  },
  // One word of 79 letters, once the longest in print: nowhere to break the line.
  danube: {
    title: 'Donaudampfschiffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: Eine Chronik',
    cover: 'waves.svg',
  },
} as const satisfies Record<string, { title: string; cover: string }>;

export type Sku = keyof typeof BOOKS;

/** Forty books for a school: enough for any list. */
export const SHELF: readonly string[] = [
  'The Odyssey',
  'The Tempest',
  'Gulliver’s Travels',
  'The Rime of the Ancient Mariner',
  'Two Years Before the Mast',
  'Typee',
  'Omoo',
  'Billy Budd, Sailor',
  'The Little Mermaid',
  'The Water-Babies',
  'The Mysterious Island',
  'In Search of the Castaways',
  'Kidnapped',
  'The Ebb-Tide',
  'Captains Courageous',
  'The Sea-Wolf',
  'The Cruise of the Snark',
  'Typhoon',
  'Youth',
  'The Shadow-Line',
  'The Secret Sharer',
  'Heart of Darkness',
  'The Rescue',
  'Sailing Alone Around the World',
  'The Riddle of the Sands',
  'Peter and Wendy',
  'Captain Blood',
  'The Sea-Hawk',
  'Swallows and Amazons',
  'We Didn’t Mean to Go to Sea',
  'Secret Water',
  'Mutiny on the Bounty',
  'Men Against the Sea',
  'Pitcairn’s Island',
  'The Kon-Tiki Expedition',
  'The Cruel Sea',
  'The Silent World',
  'Under the Sea-Wind',
  'The Edge of the Sea',
  'Master and Commander',
];
