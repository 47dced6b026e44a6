/** The shop's own days: a receipt says the same to everybody who reads it. */
export const TIME_ZONE = 'Europe/Paris';
