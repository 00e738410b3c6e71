"""The first files of a new election and of its report: sound from the first minute, and open about what is missing."""
