/** What is wrong with something, as a phrase for people in Indonesian, and for programs and terminals in English. */
export interface Wrong {
  id: string;
  en: string;
}
