import { timeZoneField } from '../calendar/time-zones.js';
import { requiredText } from '../text.js';

/** What a household is called and where it is, as every form that asks for them checks them. */
export const householdFields = {
  name: requiredText('a household name', 80),
  time_zone: timeZoneField,
};
