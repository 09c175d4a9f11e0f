/**
 * Whose consumer law an order is under: by the country it goes to, ISO 3166-1 alpha-2. Some parts of a country have codes
 * of their own, and the law of the whole.
 */

/**
 * Directive 2011/83/EU: the European Union, the three others of the European Economic Area, and the parts of Finland and
 * France that have codes of their own and belong to the Union (article 355 (1) and (4) of its treaty).
 */
export const EUROPEAN: ReadonlySet<string> = new Set([
  ...['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT'],
  ...['LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'],
  ...['IS', 'LI', 'NO'],
  ...['AX', 'GF', 'GP', 'MF', 'MQ', 'RE', 'YT'],
]);

/**
 * The Federal Trade Commission's rules hold in the District of Columbia and the territories as in the states (15 USC 44,
 * "commerce"): Puerto Rico, Guam, the Virgin Islands, American Samoa and the Northern Marianas have codes of their own.
 */
export const AMERICAN: ReadonlySet<string> = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP']);
