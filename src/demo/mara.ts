/** Whoever lives in the households that are made to be looked at, and how they sign in. */
export const MARA = {
  username: 'mara',
  password: 'seven-jars-of-plums',
  firstName: 'Mara',
  lastName: 'Hollis',
};
