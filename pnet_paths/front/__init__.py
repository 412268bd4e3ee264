"""The front end: JavaScript and style sheets, and how they are joined for a host."""
