/** bcrypt's least cost, about a millisecond: hashing is not what most tests are about. */
export const QUICK_COST = 4;
