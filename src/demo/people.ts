import type { ContactDetails } from '../modules/orders/commands.ts';
import type { Seller } from '../modules/sellers/index.ts';

/** Nobody: the addresses are reserved for examples (RFC 2606), the telephone numbers for fiction. */
export const BUYERS = {
  ann: buyer('Ann Buyer', 'ann@example.com', '+12025550143', 'US', '1 Main Street', 'Boston', 'MA', '02101'),
  george: buyer(
    'George Osei',
    'george@example.com',
    null,
    'US',
    '44 Pearl Street, Apt 3',
    'Portland',
    'ME',
    '04101',
  ),
  ewa: buyer('Ewa Nowak', 'ewa@example.com', '+48601000000', 'PL', 'ul. Długa 5/7', 'Kraków', null, '31-147'),
  jan: buyer('Jan Żółkiewski', 'jan@example.com', null, 'PL', 'ul. Morska 12', 'Gdynia', null, '81-225'),
  priya: buyer(
    'Priya Shah',
    'priya@example.com',
    '+442079460018',
    'GB',
    '9 Quay Street',
    'Bristol',
    null,
    'BS1 4DA',
  ),
  school: buyer(
    'St Brendan’s School Library',
    'library@example.com',
    null,
    'GB',
    'Harbour Road',
    'Portishead',
    null,
    'BS20 7DD',
  ),
  long: buyer(
    'Maria Wilhelmina Konstantynopolitańczykowianeczkówna-Gżegżółkowska de la Vega y Villanueva',
    'maria.wilhelmina.konstantynopolitanczykowianeczkowna@correspondence.example.com',
    '+442079460123',
    'GB',
    'The Old Customs House, Second Floor, behind the Chandler’s, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Road',
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    'Isle of Anglesey',
    'LL61 5UJ',
  ),
} as const satisfies Record<string, ContactDetails>;

/** Who bought in the year before. */
export const READERS = {
  nora: buyer('Nora Lind', 'nora@example.com', null, 'US', '8 Wharf Street', 'Salem', 'MA', '01970'),
  tom: buyer('Tom Reyes', 'tom@example.com', null, 'US', '217 Bay Road', 'Newport', 'RI', '02840'),
  lena: buyer('Lena Park', 'lena@example.com', null, 'US', '30 Beacon Lane', 'Mystic', 'CT', '06355'),
  marek: buyer('Marek Wilk', 'marek@example.com', null, 'PL', 'ul. Portowa 3', 'Gdańsk', null, '80-001'),
  zofia: buyer('Zofia Lis', 'zofia@example.com', null, 'PL', 'ul. Lipowa 18', 'Toruń', null, '87-100'),
  kasia: buyer('Katarzyna Maj', 'kasia@example.com', null, 'PL', 'ul. Rybacka 6', 'Sopot', null, '81-704'),
} as const satisfies Record<string, ContactDetails>;

export const SELLERS: readonly Omit<Seller, 'listing_status'>[] = [
  {
    ...{
      id: 'harbour',
      name: 'Harbour Books',
      email: 'desk@harbour.example.com',
      time_zone: 'America/New_York',
    },
    ...{ country: 'US', handling_days: 1, locale: 'en' },
  },
  {
    ...{
      id: 'second-shelf',
      name: 'Second Shelf',
      email: 'desk@second-shelf.example.com',
      time_zone: 'Europe/London',
    },
    ...{ country: 'GB', handling_days: 2, locale: 'en' },
  },
  {
    ...{
      id: 'latarnia',
      name: 'Księgarnia Latarnia',
      email: 'biuro@latarnia.example.com',
      time_zone: 'Europe/Warsaw',
    },
    ...{ country: 'PL', handling_days: 2, locale: 'pl' },
  },
];

function buyer(
  name: string,
  email: string,
  phone: string | null,
  country: string,
  line1: string,
  city: string,
  region: string | null,
  postal_code: string,
): ContactDetails {
  const ship_to = { name, line1, line2: null, city, region, postal_code, country, pickup_point: null };
  return { email, name, phone, ship_to };
}
