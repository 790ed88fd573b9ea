export const MARA = {
  username: 'mara',
  password: 'seven-jars-of-plums',
  firstName: 'Mara',
  lastName: 'Hollis',
};
