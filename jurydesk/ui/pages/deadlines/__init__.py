"""The Deadlines page: every act that the law asks for, by urgency, by person or by month."""
