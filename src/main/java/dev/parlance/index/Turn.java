package dev.parlance.index;

/// One turn of writing. What was made in it may be changed as long as it lasts; what is older is read by others, and
/// copied before it is changed.
final class Turn {}
