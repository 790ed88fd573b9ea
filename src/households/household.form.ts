import { z } from 'zod';
import { timeZoneField } from '../people/time-zones.js';
import { requiredText } from '../text.js';

export const householdForm = z.strictObject({
  name: requiredText('a household name', 80),
  time_zone: timeZoneField,
});
