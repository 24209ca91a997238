"""How fast the answers are, beside what one would write instead, and beside what nobody can beat."""
