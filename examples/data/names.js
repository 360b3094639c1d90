// Made-up names of people and of the teams they are in.

const firstNames =
  'Aaliyah Adaeze Aiko Alejandro Amara Anders Anika Antoine Aoife Arjun Astrid Bilal Bruno Camila Carlos Chiara Chloé Daan Daniel Deepa Diego Elif Elena Emeka Emma Erik Esther Fatima Felix Finn Freya Gabriela Giulia Grace Hanna Haruto Helena Hugo Ibrahim Ines Ingrid Isaac Ishaan Jakub Jamal Jana Javier Jia Joana Johan Jonas Julia Kaito Karim Katarzyna Kenji Kofi Lars Laura Leila Lena Liam Lina Lucas Lucía Magnus Maja Malik Marco Maria Marta Mateo Matilda Mei Miguel Mina Miriam Mohamed Nadia Naomi Ngozi Nikhil Nina Noah Noor Nora Oluwaseun Omar Oscar Paolo Pedro Petra Priya Rafael Rania Ravi Renata Robin Rosa Ryan Sakura Salma Samuel Sanne Sara Sebastian Simon Sofia Soren Stefan Sven Tariq Teresa Thandiwe Thomas Tomás Uma Valentina Victor Viktoria Wanjiru Wei Yara Yusuf Zainab Zoe'.split(
    ' ',
  );
const lastNames =
  'Abebe Acheampong Adeyemi Ahmed Almeida Andersen Asante Baker Banerjee Barbosa Becker Bergström Bianchi Boateng Brown Carvalho Castro Chen Cohen Costa Dahl Das Diallo Díaz Dubois Eriksen Evans Fernandes Fischer Fontaine Fujita Garcia Gómez Gonçalves Gupta Haddad Hansen Hassan Hayashi Hernández Hoffmann Hughes Ibrahim Ito Iyer Jansen Jensen Johansson Jones Kaya Keller Khan Kim Kimani Koch Kowalczyk Kovács Kruger Kumar Larsen Laurent Lee Lefèvre Leroy Lim Lindqvist López Mahlangu Martin Martins Mazur Mehta Mendes Meyer Molina Moreau Moreno Müller Murphy Nakamura Navarro Ndlovu Nguyen Nielsen Nilsson Novák Nowak Nyström Okafor Okonkwo Oliveira Olsen Osei Park Patel Pereira Petrov Phiri Popescu Quinn Ramírez Rao Reyes Ribeiro Ricci Rojas Rossi Saito Sánchez Santos Schmidt Schneider Sharma Silva Singh Smith Soares Solberg Suzuki Takahashi Tan Taylor Teixeira Torres Tremblay Van-Dijk Vargas Vega Virtanen Visser Wagner Walker Wang Watanabe Weber Wilson Wong Yamamoto Yılmaz Zhang Zimmermann'.split(
    ' ',
  );

/** @param {import('./random.js').Random} random */
export function makeName(random) {
  return `${random.pick(firstNames)} ${random.pick(lastNames).replace('-', ' ')}`;
}

/**
 * @typedef {object} Region
 * @property {string} id
 * @property {string} name
 * @property {number} utcOffsetHours where its people work
 * @property {readonly string[]} places
 */

/** @type {readonly Region[]} */
export const regions = [
  {
    id: 'emea',
    name: 'EMEA',
    utcOffsetHours: 1,
    places: [
      'DACH',
      'UK and Ireland',
      'Nordics',
      'Benelux',
      'France',
      'Iberia',
      'Italy',
      'Central Europe',
      'Gulf',
      'Africa',
    ],
  },
  {
    id: 'americas',
    name: 'Americas',
    utcOffsetHours: -5,
    places: ['US East', 'US West', 'US Central', 'Canada', 'Brazil', 'Mexico', 'Andes', 'Southern Cone'],
  },
  {
    id: 'apac',
    name: 'APAC',
    utcOffsetHours: 7,
    places: ['Japan', 'Korea', 'India', 'Australia', 'New Zealand', 'Singapore', 'Greater China', 'South-East Asia'],
  },
];

/** What a sales team looks after. */
export const segments = [
  'Enterprise sales',
  'Commercial sales',
  'Mid-market sales',
  'Public sector',
  'Partner sales',
  'Inside sales',
  'Customer success',
  'Pre-sales',
  'Renewals',
  'Key accounts',
];

/** Teams that are staff and use none of the collateral. */
export const departments = ['Engineering', 'Finance', 'Human resources', 'Operations', 'Legal', 'Research', 'Support'];
