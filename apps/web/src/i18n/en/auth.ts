export const auth = {
  title: 'Sign in',
  lead: 'Student payment synchronisation',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  invalid: 'Wrong e-mail or password.',
  tooMany: 'Too many attempts. Try again in {duration}.',
  expired: 'Your session has ended. Sign in again to go on.',
  forgot: {
    title: 'Forgot your password?',
    ask: 'Ask an admin to give you a new one in Settings → Users.',
    lastAdmin: 'No other admin? Whoever runs the server can give you a new one with the command:',
  },
  logout: 'Sign out',
};
