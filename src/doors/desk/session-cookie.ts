// The name under which a browser shows its session.

export const sessionCookie = "session";
