import { timeZoneField } from '../calendar/time-zones.js';
import { requiredText } from '../text.js';

export const householdFields = {
  name: requiredText('a household name', 80),
  time_zone: timeZoneField,
};
